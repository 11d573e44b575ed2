package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.store.Commit;
import io.koe.store.Publication;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways back through a warehouse's history, on the command line. */
class SnapshotsCommandTest {
  @TempDir private Path root;
  private Warehouse warehouse;

  @BeforeEach
  void publishTwoNights() throws IOException {
    warehouse = Warehouse.open(root);
    publish(1);
    publish(2);
  }

  @Test
  void theListSaysWhichSnapshotIsCurrent() {
    List<String> lines = run("list").out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("2 ") && lines.get(0).contains("current"), lines.get(0));
    assertTrue(lines.get(1).contains("kept"), lines.get(1));
  }

  @Test
  void rollingBackPublishesTheOldNightAgainAndKeepsHistory() throws IOException {
    assertTrue(run("rollback", "1").out().contains("Commit 3 is commit 1 again"));
    assertEquals("night 1", Files.readString(root.resolve("current/shared/topics/" + file())));
    assertEquals(3, warehouse.commits().size());
    assertEquals(LocalDate.of(2026, 4, 1), warehouse.newest().orElseThrow().runDate());
  }

  @Test
  void rollingBackToWhatIsGoneIsAUsageError() {
    Console.Result console = run("rollback", "7");
    assertEquals(ExitCode.USAGE.code(), console.exit());
    assertEquals(3, console.err().lines().count());
    assertEquals(2, warehouse.commits().size());
  }

  @Test
  void aDryVacuumRemovesNothing() throws IOException {
    for (int night = 3; night <= 20; night++) {
      publish(night);
    }
    assertTrue(run("vacuum", "--dry-run").out().contains("Would remove 0 snapshots"));
    assertTrue(run("vacuum").out().contains("Removed 0 snapshots"));
    assertTrue(warehouse.isKept(warehouse.commit(1).orElseThrow()), "younger than 24 hours");
  }

  @Test
  void recoveringClearsAwayWhatWasStaged() throws IOException {
    StagedSnapshot dead = warehouse.stage("dead");
    Files.writeString(dead.folder().resolve("half"), "written");
    assertTrue(run("recover").out().contains("Whole: commit 2"));
    assertFalse(Files.exists(dead.folder()));
  }

  private Console.Result run(String verb, String... more) {
    return Console.run(
        Stream.concat(Stream.of("snapshots", verb, "--warehouse", root.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private String file() throws IOException {
    try (var files = Files.list(root.resolve("current/shared/topics"))) {
      return files.findFirst().orElseThrow().getFileName().toString();
    }
  }

  private Commit publish(int night) throws IOException {
    StagedSnapshot staged = warehouse.stage("night-" + night);
    Path table = Files.createDirectories(staged.folder().resolve("shared/topics"));
    Files.writeString(table.resolve("part-0.parquet"), "night " + night);
    LocalDate date = LocalDate.of(2026, 3, 31).plusDays(night);
    return staged.publish(
        new Publication("key-" + night, date, date, Optional.empty(), Map.of(), Map.of()));
  }
}
