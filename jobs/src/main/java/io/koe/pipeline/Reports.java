package io.koe.pipeline;

import io.koe.report.IsoWeek;
import io.koe.report.SnapshotTables;
import io.koe.report.WeeklyReport;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Weekly reports, made of one published snapshot. */
public final class Reports {
  private Reports() {}

  /**
   * The report of each week between two days, oldest first, into the warehouse's {@code reports}
   * folder: an unfinished week's page says that it is.
   */
  static List<Path> write(Warehouse warehouse, Commit commit, LocalDate first, LocalDate last) {
    List<Path> files = new ArrayList<>();
    Path folder = warehouse.root().resolve("reports");
    try (SnapshotTables tables = SnapshotTables.open(warehouse.snapshot(commit))) {
      IsoWeek lastWeek = IsoWeek.containing(last);
      for (IsoWeek week = IsoWeek.containing(first);
          week.compareTo(lastWeek) <= 0;
          week = week.minusWeeks(-1)) {
        files.add(WeeklyReport.read(tables, week).write(folder));
      }
    }
    return files;
  }

  /** The report of one week from the newest snapshot; gives the page. */
  public static Path write(Path warehouse, String isoWeek, Path folder) {
    IsoWeek week = IsoWeek.parse(isoWeek);
    Warehouse published = Warehouse.published(warehouse);
    try (SnapshotTables tables =
        SnapshotTables.open(published.snapshot(published.newest().orElseThrow()))) {
      return WeeklyReport.read(tables, week).write(folder);
    }
  }
}
