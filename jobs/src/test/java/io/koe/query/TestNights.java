package io.koe.query;

import io.koe.store.Commit;
import io.koe.store.Publication;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Publishes small nights; DuckDB writes their Parquet files. */
final class TestNights {
  private static final Map<String, String> COMMENTS = Map.of("daily", "one row per day's \"d\"");

  private TestNights() {}

  /**
   * Publishes {@code shared/contacts} and {@code shared/topics}, each one row with the night's
   * number.
   */
  static Commit publish(Warehouse warehouse, int night) throws IOException, SQLException {
    return publish(
        warehouse,
        night,
        Map.of(
            "shared/contacts", "select " + night + " as night",
            "shared/topics", "select " + night + " as night"));
  }

  /**
   * @param queries the rows of each table, by its folder
   */
  static Commit publish(Warehouse warehouse, int night, Map<String, String> queries)
      throws IOException, SQLException {
    StagedSnapshot staged = warehouse.stage("night-" + night);
    for (Map.Entry<String, String> table : queries.entrySet()) {
      write(staged.folder().resolve(table.getKey()), table.getValue());
    }
    LocalDate date = LocalDate.of(2026, 4, 1).plusDays(night);
    return staged.publish(
        new Publication("key-" + night, date, date, Optional.empty(), COMMENTS, Map.of()));
  }

  private static void write(Path folder, String query) throws IOException, SQLException {
    Files.createDirectories(folder);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (" + query + ") to '" + folder.resolve("part-0.parquet") + "'");
    }
  }
}
