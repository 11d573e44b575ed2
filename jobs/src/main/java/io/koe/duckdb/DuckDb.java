package io.koe.duckdb;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.TableCatalog;
import io.koe.store.DuckDbConnections;
import io.koe.store.SpillFolder;
import io.koe.store.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An empty DuckDB that knows the functions the files of {@code sql/} use; the network is off.
 *
 * <p>Times are without a zone and mean Japan's: a Parquet file's instants are converted when read.
 * Nulls are ordered as Spark orders them.
 */
public final class DuckDb implements AutoCloseable {
  /** What DuckDB says of these speaks of the SQL, and of no row. */
  private static final Set<String> OF_THE_SQL =
      Set.of("Parser Error", "Binder Error", "Catalog Error", "Not implemented Error");

  private static final String WRAPPED = "Error: ";
  private static final long LEAST_MEMORY = 1L << 30;

  /** A statement needs more memory than there is, and nothing may be written instead. */
  static final class OutOfMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Connection connection;
  private final Optional<SpillFolder> spill;

  private DuckDb(Connection connection, Optional<SpillFolder> spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /**
   * Opens one for a check, with statistics found another way than a night finds them. What does not
   * fit into memory goes to a private folder that goes when it is closed.
   */
  public static DuckDb open() {
    SpillFolder spill = SpillFolder.create();
    DuckDb duckDb = open(Optional.of(spill));
    duckDb.execute("settings", "set temp_directory = " + SqlText.of(spill.path()));
    duckDb.register(CheckStatistics::register);
    duckDb.executeFile("duckdb_check.sql");
    return duckDb;
  }

  /**
   * Opens one for a night. It writes nothing by itself, since it would not be encrypted: what needs
   * more than three quarters of the memory that is not Java's is refused with {@link
   * OutOfMemoryException}.
   *
   * @param threads at most
   */
  static DuckDb openInMemory(int threads) {
    DuckDb duckDb = open(Optional.empty());
    duckDb.execute("settings", "set temp_directory = ''");
    duckDb.execute("settings", "set memory_limit = '" + memory() + "B'");
    duckDb.execute("settings", "set threads = " + threads);
    // Files of snapshots stay as they are.
    duckDb.execute("settings", "set parquet_metadata_cache = true");
    duckDb.register(NightStatistics::register);
    return duckDb;
  }

  /** Adds functions. */
  private interface Functions {
    void addTo(Connection connection) throws SQLException;
  }

  private void register(Functions functions) {
    try {
      functions.addTo(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long memory() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long others = machine.getTotalMemorySize() - Runtime.getRuntime().maxMemory();
    return Math.max(LEAST_MEMORY, others / 4 * 3);
  }

  private static DuckDb open(Optional<SpillFolder> spill) {
    try {
      DuckDb duckDb = new DuckDb(DuckDbConnections.open(), spill);
      duckDb.execute("settings", "set TimeZone = 'Asia/Tokyo'");
      duckDb.execute("settings", "set default_null_order = 'nulls_first_on_asc_last_on_desc'");
      duckDb.execute("settings", "set autoinstall_known_extensions = false");
      duckDb.execute("settings", "set autoload_known_extensions = false");
      duckDb.executeFile("duckdb.sql");
      return duckDb;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void executeFile(String file) {
    try (InputStream macros = TableCatalog.class.getResourceAsStream("tables/" + file)) {
      execute(file, new String(macros.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
  private RuntimeException failure(String file, SQLException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    String line =
        lines.stream()
            .filter(l -> l.startsWith(WRAPPED))
            .findFirst()
            .map(l -> l.substring(WRAPPED.length()))
            .orElse(lines.get(0));
    String kind = line.split(":", 2)[0];
    if (kind.startsWith("Out of Memory") && spill.isEmpty()) {
      return new OutOfMemoryException();
    }
    boolean isOfTheSql = OF_THE_SQL.contains(kind);
    boolean isOfTheDisk = kind.equals("IO Error") || kind.startsWith("Out of");
    return new KoeException(
        isOfTheDisk ? ExitCode.DISK : ExitCode.DEFECT,
        "DuckDB cannot compute this: " + (isOfTheSql ? line : kind),
        file,
        isOfTheDisk
            ? "Free memory and space on the disks of the warehouse and of temporary files, or restore"
                + " access; run again."
            : "Compute with Spark alone: --sql-engine spark; sql/README.md says what both understand.",
        isOfTheSql ? e : null);
  }

  @Override
  public void close() {
    try {
      connection.close();
      spill.ifPresent(SpillFolder::close);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
