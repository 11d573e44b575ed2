package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  @TempDir Path root;

  /** Stands for the process's death; nothing in the store catches it. */
  private static final class Death extends Error {}

  @AfterEach
  void noMoreDeaths() {
    Failpoint.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"started", "carried-over", "tidied", "sealed", "moved", "commit-drafted"})
  void aRunThatDiesBeforeItsCommitLeavesTheOldNight(String step) throws IOException {
    dieAt(step);
    assertEquals(Optional.of(0), TestWarehouse.nightSeen(root));
    recoverAndExpect(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "committed",
        "current-moved",
        "current-json-written",
        "duckdb-views-written",
        "spark-views-written",
        "trino-tables-written",
        "bigquery-tables-written",
        "vacuumed"
      })
  void aRunThatDiesAfterItsCommitIsFinishedByTheNext(String step) throws IOException {
    dieAt(step);
    int seen = TestWarehouse.nightSeen(root).orElseThrow();
    assertEquals(step.equals("committed") ? 0 : 1, seen);
    recoverAndExpect(1);
  }

  private void dieAt(String step) {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    Failpoint.set(
        reached -> {
          if (reached.equals(step)) {
            throw new Death();
          }
        });
    assertThrows(Death.class, () -> TestWarehouse.publish(warehouse, 1));
    Failpoint.clear();
  }

  private void recoverAndExpect(int night) throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    warehouse.lock("next").close();
    assertEquals(Optional.of(night), TestWarehouse.nightSeen(root));
    Commit newest = warehouse.newest().orElseThrow();
    assertEquals(night + 1, newest.number());
    assertTrue(Files.readString(root.resolve("views/duckdb.sql")).contains(newest.snapshot()));
    assertTrue(Files.readString(root.resolve("current.json")).contains(newest.snapshot()));
    assertEquals(night + 1, FileTree.children(warehouse.snapshots()).size());
    assertEquals(List.of(), FileTree.children(warehouse.staging()));
    assertEquals(night + 1, FileTree.children(root.resolve("_koe/commits")).size());
    TestWarehouse.publish(warehouse, night + 1);
    assertEquals(Optional.of(night + 1), TestWarehouse.nightSeen(root));
  }

  @Test
  void aFullDiskIsToldInThreeLinesAndTheNextRunPublishes() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    Failpoint.set(
        step -> {
          if (step.equals("sealed")) {
            throw new FileSystemException("part", null, "No space left on device");
          }
        });
    KoeException full = assertThrows(KoeException.class, () -> TestWarehouse.publish(warehouse, 1));
    assertEquals(ExitCode.DISK, full.exitCode());
    assertEquals("The disk refuses: No space left on device", full.getMessage());
    Failpoint.clear();
    recoverAndExpect(0);
  }

  @Test
  void tidyingUpTwiceChangesNothing() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    Object before = Files.getAttribute(root.resolve("views/duckdb.sql"), "unix:ino");
    warehouse.lock("a").close();
    warehouse.lock("b").close();
    assertEquals(before, Files.getAttribute(root.resolve("views/duckdb.sql"), "unix:ino"));
  }
}
