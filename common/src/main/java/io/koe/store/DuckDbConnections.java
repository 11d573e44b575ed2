package io.koe.store;

import io.koe.error.KoeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to empty DuckDBs in memory. */
public final class DuckDbConnections {
  private DuckDbConnections() {}

  /**
   * Opens one. The first loads DuckDB's library, 60 MB, see {@link NativeLibraries}; throws {@link
   * KoeException} with {@code DISK} when that is not possible.
   */
  public static Connection open() throws SQLException {
    try {
      return DriverManager.getConnection("jdbc:duckdb:");
    } catch (LinkageError e) {
      throw NativeLibraries.refused(e);
    }
  }
}
