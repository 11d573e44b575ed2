package io.koe.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.DuckDbConnections;
import io.koe.store.LocalCopies;
import io.koe.store.SqlText;
import io.koe.store.Storage;
import io.koe.store.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The published tables of one night in an in-memory DuckDB: a view for each, all of one snapshot,
 * so that joins never mix nights, whatever is published meanwhile.
 *
 * <p>Sessions run in Japan time: {@code cast(created_at as date)} is the Japan day. Only queries
 * are answered, files outside the snapshot cannot be read, nothing can be written, and the network
 * is off: {@code select}, {@code with}, {@code from}, {@code describe}, {@code summarize}, {@code
 * show}. Queries that do not fit into memory fail; nothing spills to disk. Of a snapshot in HDFS
 * the tables a query names are copied first, see {@link LocalCopies}.
 */
public final class PinnedTables implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What asks for the tables there are rather than for one by its name. */
  private static final Pattern OF_ALL_TABLES =
      Pattern.compile("(?i)\\b(show|information_schema|(duckdb|pragma|sqlite|pg)_\\w+)\\b");

  private final Path snapshot;
  private final Connection connection;
  private final Set<String> tables;

  /** Tables without a view yet: to make one opens each of the table's files. */
  private final SortedMap<String, Path> withoutView;

  private PinnedTables(Path snapshot, Connection connection, SortedMap<String, Path> folders) {
    this.snapshot = snapshot;
    this.connection = connection;
    this.tables = Collections.unmodifiableSortedSet(new TreeSet<>(folders.keySet()));
    this.withoutView = folders;
  }

  /**
   * Opens a snapshot.
   *
   * @param snapshot its folder, or a link to it like {@code current}, which is resolved once
   * @throws KoeException with {@code INPUT_MISSING} when there is no such snapshot
   */
  public static PinnedTables open(Path snapshot) {
    return open(snapshot, "");
  }

  /** The same, and one file may be written, by {@link #copyTo}. */
  static PinnedTables openToWrite(Path snapshot, Path file) {
    return open(snapshot, "set allowed_paths = [" + SqlText.of(file) + "]");
  }

  private static PinnedTables open(Path snapshot, String permission) {
    try {
      Path resolved = snapshot.toRealPath();
      SortedMap<String, Path> folders = tableFolders(resolved);
      if (folders.isEmpty()) {
        throw noSnapshot(snapshot);
      }
      return new PinnedTables(resolved, connect(resolved, permission), folders);
    } catch (IOException e) {
      throw noSnapshot(snapshot);
    } catch (SQLException e) {
      throw unreadable(snapshot, e);
    }
  }

  private static KoeException unreadable(Path snapshot, Exception e) {
    return new KoeException(
        ExitCode.DISK,
        "The snapshot's tables cannot be read: "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
        snapshot.toString(),
        "Check that its files are there and readable; publish the night again if not.",
        e);
  }

  private static KoeException noSnapshot(Path snapshot) {
    return new KoeException(
        ExitCode.INPUT_MISSING,
        "There is no published snapshot",
        snapshot.toString(),
        "Check the path of the warehouse, or publish a night first with koe run.");
  }

  private static SortedMap<String, Path> tableFolders(Path snapshot) throws IOException {
    SortedMap<String, Path> folders = new TreeMap<>();
    for (String place : List.of("restricted", "shared")) {
      if (Files.isDirectory(snapshot.resolve(place))) {
        try (Stream<Path> children = Files.list(snapshot.resolve(place))) {
          children
              .filter(PinnedTables::isTable)
              .forEach(folder -> folders.put(folder.getFileName().toString(), folder));
        }
      }
    }
    return folders;
  }

  /** The search index is no table. */
  private static boolean isTable(Path folder) {
    return Files.isDirectory(folder) && !folder.getFileName().toString().startsWith("_");
  }

  private static Connection connect(Path snapshot, String permission) throws SQLException {
    Connection connection = DuckDbConnections.open();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      statement.execute("set autoinstall_known_extensions = false");
      statement.execute("set autoload_known_extensions = false");
      statement.execute("set temp_directory = ''");
      // The snapshot's files stay as they are.
      statement.execute("set parquet_metadata_cache = true");
      Path readable = Storage.isLocal(snapshot) ? snapshot : LocalCopies.folder();
      statement.execute(
          "set allowed_directories = [" + SqlText.of(readable).replaceFirst("'$", "/'") + "]");
      if (!permission.isEmpty()) {
        statement.execute(permission);
      }
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The names of the tables there are. */
  public Set<String> tables() {
    return tables;
  }

  /**
   * Answers a query.
   *
   * @param parameters for the query's {@code ?}s, in order
   * @throws KoeException with {@code USAGE} when it is not one query or it fails
   */
  public QueryResult query(String sql, Object... parameters) {
    List<Column> columns = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    RowReader all =
        new RowReader() {
          @Override
          public void begin(List<Column> names) {
            columns.addAll(names);
          }

          @Override
          public void row(List<Object> values) {
            rows.add(values);
          }

          @Override
          public void end() {}
        };
    read(sql, all, parameters);
    return new QueryResult(columns, rows);
  }

  /** Makes views of the tables whose names are in a text, and of all when it asks for them. */
  private void makeViews(String sql) {
    boolean all = OF_ALL_TABLES.matcher(sql).find();
    String text = sql.toLowerCase(Locale.ROOT);
    makeViews(withoutView.keySet().stream().filter(t -> all || text.contains(t)).toList());
  }

  private void makeViews(List<String> named) {
    try (Statement statement = connection.createStatement()) {
      for (String table : named) {
        statement.execute(Views.duckDbAsItIs(table, withoutView.get(table)));
        withoutView.remove(table);
      }
    } catch (SQLException | IOException e) {
      throw unreadable(snapshot, e);
    }
  }

  /** A name may be put together in the query, and one that is wrong is answered with others. */
  private PreparedStatement prepare(String sql) throws SQLException {
    makeViews(sql);
    try {
      return connection.prepareStatement(sql);
    } catch (SQLException e) {
      if (withoutView.isEmpty()) {
        throw e;
      }
      makeViews(List.copyOf(withoutView.keySet()));
      return connection.prepareStatement(sql);
    }
  }

  /** Answers a query row by row; a query that fails does so before the first row. */
  public void read(String sql, RowReader reader, Object... parameters) {
    try {
      requireOneQuery(sql);
      try (PreparedStatement statement = prepare(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          ResultRows.hand(rows, reader);
        }
      }
    } catch (SQLException e) {
      throw QueryError.of(sql, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the answer of a query as Parquet, over a file that is there and may be written. */
  void copyTo(Path file, String sql, Integer limit) {
    try (Statement statement = connection.createStatement()) {
      requireOneQuery(sql);
      prepare(sql).close();
      // A comment may end the text, and DuckDB takes one semicolon after it.
      String query = sql.strip().replaceFirst(";$", "") + "\n";
      String rows = limit == null ? query : "select * from (" + query + ") limit " + limit;
      statement.execute(
          "copy (%s) to %s (format parquet, compression zstd, use_tmp_file false)"
              .formatted(rows, SqlText.of(file)));
    } catch (SQLException e) {
      throw QueryError.of(sql, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** DuckDB's own parser says whether the text is one query; all else could write files. */
  private void requireOneQuery(String sql) throws SQLException, IOException {
    try (PreparedStatement parse =
        connection.prepareStatement("select json_serialize_sql(cast(? as varchar))")) {
      parse.setString(1, sql);
      try (ResultSet row = parse.executeQuery()) {
        row.next();
        JsonNode parsed = JSON.readTree(row.getString(1));
        if (parsed.path("error_type").asText().equals("parser")) {
          throw QueryError.notOneQuery(sql, parsed.path("error_message").asText());
        }
        if (parsed.path("statements").size() != 1) {
          throw QueryError.notOneQuery(sql, "This is not one query; only queries are answered");
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
