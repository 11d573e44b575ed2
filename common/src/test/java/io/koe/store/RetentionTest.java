package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.night.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is past its time goes: from the night's own snapshot and from those kept. */
class RetentionTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 4);
  private static final List<String> DAYS =
      List.of(
          "restricted/landed_inquiries/arrival_date=2025-09-03",
          "restricted/landed_inquiries/arrival_date=2025-09-04",
          "restricted/_search/arrival_date=2025-09-03",
          "restricted/rejected_rows/arrival_date=2026-09-03",
          "restricted/rejected_rows/arrival_date=2026-09-04",
          "restricted/topic_models/model_date=2025-01-05",
          "restricted/topic_models/model_date=2025-01-12",
          "restricted/agents",
          "restricted/inquiry_states/week_start_date=2025-08-25",
          "restricted/inquiry_states/week_start_date=2025-09-01",
          "shared/metrics_daily/week_start_date=2023-09-25",
          "shared/metrics_daily/week_start_date=2023-10-02");

  private static final List<String> KEPT =
      List.of(DAYS.get(7), DAYS.get(9), DAYS.get(1), DAYS.get(4), DAYS.get(6), DAYS.get(11));

  @TempDir(factory = MemoryDisk.class)
  Path root;

  @Test
  void daysPastTheirTimeGoFromTheNightAndFromOlderSnapshots() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit first = publish(warehouse, "one");
    StagedSnapshot staged = stage(warehouse, "two");
    assertEquals(6, staged.expire(Retention.DEFAULT, NIGHT).size());
    Commit second = staged.publish(publication());
    assertEquals(KEPT, days(warehouse.snapshot(second)));
    assertEquals(DAYS.stream().sorted().toList(), days(warehouse.snapshot(first)));
    assertEquals(6, warehouse.expire(Retention.DEFAULT, NIGHT));
    assertEquals(KEPT, days(warehouse.snapshot(first)));
    assertEquals(KEPT, days(warehouse.snapshot(second)));
    assertEquals(0, warehouse.expire(Retention.DEFAULT, NIGHT));
  }

  @Test
  void aContactLeavesTheBacklogBeforeItsRowsGo() {
    for (int months = 3; months <= 36; months++) {
      Retention kept = new Retention(months, 36, 30, 90);
      long days =
          kept.firstDay("restricted", "inquiry_states", NIGHT).until(NIGHT, ChronoUnit.DAYS);
      for (LocalDate night = NIGHT; night.isBefore(NIGHT.plusYears(1)); night = night.plusDays(1)) {
        days =
            Math.min(days, kept.firstDay("restricted", "any", night).until(night, ChronoUnit.DAYS));
      }
      assertTrue(kept.backlogDays(35) + 35 + 14 <= days, months + " months are " + days + " days");
    }
    assertEquals(Settings.defaults().backlogDays(), Retention.DEFAULT.backlogDays(35));
  }

  @Test
  void whatRunsLeaveAboutThemselvesGoesToo() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    publish(warehouse, "one");
    Path old = warehouse.run("old").write(Map.of("exit", 0)).getParent();
    Path young = warehouse.run("young").write(Map.of("exit", 0)).getParent();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(91))));
    Files.setLastModifiedTime(young, FileTime.from(Instant.now().minus(Duration.ofDays(89))));
    assertEquals(1, warehouse.expire(Retention.DEFAULT, NIGHT));
    assertEquals(List.of(young), FileTree.children(root.toRealPath().resolve("_koe/runs")));
  }

  private static Commit publish(Warehouse warehouse, String runId) throws IOException {
    return stage(warehouse, runId).publish(publication());
  }

  private static StagedSnapshot stage(Warehouse warehouse, String runId) throws IOException {
    StagedSnapshot staged = warehouse.stage(runId);
    for (String day : DAYS) {
      Path folder = Files.createDirectories(staged.folder().resolve(day));
      Files.writeString(folder.resolve("part-0.parquet"), runId);
    }
    return staged;
  }

  private static Publication publication() {
    return new Publication("key", NIGHT, NIGHT, Optional.empty(), Map.of(), Map.of());
  }

  private static List<String> days(Path snapshot) throws IOException {
    return FileTree.files(snapshot).stream()
        .filter(file -> !file.endsWith(SnapshotFiles.LIST))
        .map(file -> snapshot.relativize(file.getParent()).toString())
        .sorted()
        .toList();
  }
}
