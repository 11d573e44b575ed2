package io.koe.pipeline;

import io.koe.night.EveryWeek;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.sql.TableCatalog;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The data checks on what is published. */
public final class PublishedChecks {
  private PublishedChecks() {}

  /**
   * What the checks found.
   *
   * @param night the newest published night
   */
  public record Outcome(LocalDate night, List<DataChecks.Result> results) {}

  /** Runs every check on the newest snapshot, with the settings it was made with. */
  public static Outcome run(Path warehouse, Engines engines, Progress progress) {
    Warehouse published = Warehouse.published(warehouse);
    Commit newest = published.newest().orElseThrow();
    Path snapshot = published.snapshot(newest);
    progress.stage("check");
    try (SparkRun spark = SparkRun.start(engines, Path.of("/dev/null"))) {
      RunTables tables = spark.tables(TableCatalog.load(), snapshot, Optional.of(snapshot));
      EveryWeek.touch(tables);
      Night night =
          new Night(
              newest.runId(),
              newest.firstDate(),
              newest.runDate(),
              PublishedSettings.of(published, newest));
      return new Outcome(newest.runDate(), DataChecks.run(tables, night));
    }
  }
}
