package io.koe.store;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to empty DuckDBs in memory. */
public final class DuckDbConnections {
  private DuckDbConnections() {}

  /**
   * Opens one. The first puts DuckDB's library, 60 MB, into the folder for temporary files; throws
   * KoeException with {@code DISK} when that is not possible.
   */
  public static Connection open() throws SQLException {
    try {
      return DriverManager.getConnection("jdbc:duckdb:");
    } catch (LinkageError e) {
      throw new KoeException(
          ExitCode.DISK,
          "the disk refused to read or write",
          System.getProperty("java.io.tmpdir"),
          "Free 100 MB there for DuckDB's library, or name another folder in KOE_JAVA_OPTIONS:"
              + " -Djava.io.tmpdir=FOLDER",
          e);
    }
  }
}
