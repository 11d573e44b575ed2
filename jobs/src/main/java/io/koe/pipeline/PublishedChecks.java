package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The data checks on what is published. */
public final class PublishedChecks {
  private PublishedChecks() {}

  /** Runs every check on the newest snapshot. */
  public static List<DataChecks.Result> run(Path warehouse, Settings settings, String master) {
    Warehouse published = Warehouse.published(warehouse);
    Commit newest = published.newest().orElseThrow();
    Path snapshot = published.snapshot(newest);
    try (SparkRun spark = SparkRun.start(master, Path.of("/dev/null"))) {
      RunTables tables =
          new RunTables(spark.session(), TableCatalog.load(), snapshot, Optional.of(snapshot));
      return DataChecks.run(
          tables, new Night(newest.runId(), newest.firstDate(), newest.runDate(), settings));
    }
  }
}
