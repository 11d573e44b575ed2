package io.koe.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The published tables of one night in an in-memory DuckDB: a view for each, all of one snapshot,
 * so that joins never mix nights, whatever is published meanwhile.
 *
 * <p>Sessions run in Japan time: {@code cast(created_at as date)} is the Japan day. Only queries
 * are answered, files outside the snapshot cannot be read, nothing can be written, and the network
 * is off: {@code select}, {@code with}, {@code from}, {@code describe}, {@code summarize}, {@code
 * show}. Queries that do not fit into memory fail; nothing spills to disk.
 */
public final class PinnedTables implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NUMERIC =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE");

  private final Connection connection;
  private final Set<String> tables;

  private PinnedTables(Connection connection, Set<String> tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /**
   * Opens a snapshot.
   *
   * @param snapshot its folder, or a link to it like {@code current}, which is resolved once
   * @throws KoeException with {@code INPUT_MISSING} when there is no such snapshot
   */
  public static PinnedTables open(Path snapshot) {
    try {
      Path resolved = snapshot.toRealPath();
      List<Path> folders = tableFolders(resolved);
      if (folders.isEmpty()) {
        throw noSnapshot(snapshot);
      }
      return connect(resolved, folders);
    } catch (IOException e) {
      throw noSnapshot(snapshot);
    } catch (SQLException e) {
      throw new KoeException(
          ExitCode.DISK,
          "The snapshot's tables cannot be read: " + e.getMessage().lines().findFirst().orElse(""),
          snapshot.toString(),
          "Check that its files are there and readable; publish the night again if not.",
          e);
    }
  }

  private static KoeException noSnapshot(Path snapshot) {
    return new KoeException(
        ExitCode.INPUT_MISSING,
        "There is no published snapshot",
        snapshot.toString(),
        "Check the path of the warehouse, or publish a night first with koe run.");
  }

  private static List<Path> tableFolders(Path snapshot) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String place : List.of("restricted", "shared")) {
      if (Files.isDirectory(snapshot.resolve(place))) {
        try (Stream<Path> children = Files.list(snapshot.resolve(place))) {
          children.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
      }
    }
    return folders;
  }

  private static PinnedTables connect(Path snapshot, List<Path> folders) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    Set<String> tables = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      statement.execute("set autoinstall_known_extensions = false");
      statement.execute("set autoload_known_extensions = false");
      statement.execute("set temp_directory = ''");
      for (Path folder : folders) {
        tables.add(folder.getFileName().toString());
        statement.execute(Views.duckDb(folder.getFileName().toString(), folder));
      }
      String allowed = snapshot.toString().replace("'", "''");
      statement.execute("set allowed_directories = ['" + allowed + "/']");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
      return new PinnedTables(connection, tables);
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

  /** Answers a query row by row; a query that fails does so before the first row. */
  public void read(String sql, RowReader reader, Object... parameters) {
    try {
      requireOneQuery(sql);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          hand(rows, reader);
        }
      }
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

  private static void hand(ResultSet rows, RowReader reader) throws SQLException, IOException {
    ResultSetMetaData head = rows.getMetaData();
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= head.getColumnCount(); i++) {
      String type = head.getColumnTypeName(i);
      boolean isNumeric = NUMERIC.contains(type) || type.startsWith("DECIMAL");
      columns.add(new Column(head.getColumnLabel(i), isNumeric));
    }
    reader.begin(columns);
    while (rows.next()) {
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = QueryValue.of(rows.getObject(i + 1));
      }
      reader.row(Arrays.asList(values));
    }
    reader.end();
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
