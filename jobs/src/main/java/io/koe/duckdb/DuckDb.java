package io.koe.duckdb;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.TableCatalog;
import io.koe.store.SpillFolder;
import io.koe.store.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An empty DuckDB that knows the functions the files of {@code sql/} use. What does not fit into
 * memory goes to a private folder that goes when it is closed; the network is off.
 *
 * <p>Times are without a zone and mean Japan's: a Parquet file's instants are converted when read.
 * Nulls are ordered as Spark orders them.
 */
public final class DuckDb implements AutoCloseable {
  /** What DuckDB says of these speaks of the SQL, and of no row. */
  private static final Set<String> OF_THE_SQL =
      Set.of("Parser Error", "Binder Error", "Catalog Error", "Not implemented Error");

  private static final String WRAPPED = "Error: ";

  private final Connection connection;
  private final SpillFolder spill;

  private DuckDb(Connection connection, SpillFolder spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /** Opens one. */
  public static DuckDb open() {
    try {
      DuckDb duckDb = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"), SpillFolder.create());
      duckDb.prepare();
      return duckDb;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void prepare() throws SQLException, IOException {
    execute("settings", "set TimeZone = 'Asia/Tokyo'");
    execute("settings", "set default_null_order = 'nulls_first_on_asc_last_on_desc'");
    execute("settings", "set autoinstall_known_extensions = false");
    execute("settings", "set autoload_known_extensions = false");
    execute("settings", "set temp_directory = " + SqlText.of(spill.path()));
    DuckDbFunctions.register(connection);
    try (InputStream macros = TableCatalog.class.getResourceAsStream("tables/duckdb.sql")) {
      execute("duckdb.sql", new String(macros.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * Runs a statement.
   *
   * @param file where it comes from, for the error
   */
  public void execute(String file, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** Rows of a query whose answer is small, values as texts; null stays null. */
  public List<List<String>> rows(String file, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (answer.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          row.add(answer.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** The one number a query answers. */
  public long number(String file, String sql) {
    return Long.parseLong(rows(file, sql).get(0).get(0));
  }

  /** Only the kind of an error about a row, and no cause: the rest may quote a customer. */
  private static KoeException failure(String file, SQLException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    String line =
        lines.stream()
            .filter(l -> l.startsWith(WRAPPED))
            .findFirst()
            .map(l -> l.substring(WRAPPED.length()))
            .orElse(lines.get(0));
    String kind = line.split(":", 2)[0];
    boolean isOfTheSql = OF_THE_SQL.contains(kind);
    return new KoeException(
        kind.equals("IO Error") || kind.startsWith("Out of") ? ExitCode.DISK : ExitCode.DEFECT,
        "DuckDB cannot compute this: " + (isOfTheSql ? line : kind),
        file,
        "Leave --engine away to check with Spark alone; sql/README.md says what both understand.",
        isOfTheSql ? e : null);
  }

  @Override
  public void close() {
    try {
      connection.close();
      spill.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
