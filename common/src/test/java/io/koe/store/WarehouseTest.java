package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Commit.CommittedFile;
import io.koe.store.Commit.CommittedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  @TempDir(factory = MemoryDisk.class)
  Path root;

  @Test
  void aPublishedNightHoldsDataFilesOnlyNamedByRunAndReadOnly() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestWarehouse.publish(warehouse, 0);
    String run8 = RunId.shortHash("night-0");
    assertEquals(
        List.of(
            "files.json",
            "restricted/inquiries/part-%s-00000.parquet".formatted(run8),
            "shared/daily/metric_date=2026-04-01/part-%s-00000.parquet".formatted(run8),
            "shared/daily/metric_date=2026-04-01/part-%s-00001.parquet".formatted(run8),
            "shared/topics/part-%s-00000.parquet".formatted(run8)),
        filesOf(warehouse.snapshot(commit)));
    Path topics = warehouse.snapshot(commit).resolve(filesOf(warehouse.snapshot(commit)).get(4));
    assertEquals("r--r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(topics)));
    assertEquals(commit, warehouse.newest().orElseThrow());
    assertEquals(Optional.of(0), TestWarehouse.nightSeen(root));
  }

  @Test
  void everyFileIsListedWithItsHashAndTheListWithItsOwn() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestWarehouse.publish(warehouse, 0);
    CommittedFile inquiries = warehouse.files(commit).get(0);
    assertEquals(4, warehouse.files(commit).size());
    assertEquals(9, inquiries.bytes());
    // printf inquiries | sha256sum
    assertEquals(
        "cd798a3c6e7b260f1f3178efade3dbe1ec12ea9d7517b3aca3c30cc71218a7ac", inquiries.sha256());
    Path list = warehouse.snapshot(commit).resolve("files.json");
    assertEquals(commit.fileList(), Sha256.hex(list));
    assertEquals(
        new CommittedTable("restricted", "inquiries", "", null, 1, 9), commit.tables().get(0));
  }

  @Test
  void theRowsOfACarriedTableAreTheParents() {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    Commit again = warehouse.rollBackTo(1, "rollback");
    assertEquals("topics", again.tables().get(2).name());
    assertEquals(1L, again.tables().get(2).rows());
  }

  @Test
  void whatARunDidNotTouchIsTheSameFileOnTheDisk() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit first = TestWarehouse.publish(warehouse, 0);
    Commit second = TestWarehouse.publish(warehouse, 1);
    Map<String, Object> before = inodes(warehouse.snapshot(first));
    Map<String, Object> after = inodes(warehouse.snapshot(second));
    for (String path : before.keySet()) {
      if (path.equals("files.json")) {
        assertNotEquals(before.get(path), after.get(path));
      } else if (path.contains("topics")) {
        assertFalse(after.containsKey(path), path);
      } else {
        assertEquals(before.get(path), after.get(path), path);
      }
    }
    assertEquals(Optional.of(1), TestWarehouse.nightSeen(root));
  }

  @Test
  void aTableTheCatalogueNoLongerNamesIsNotCarriedOver() {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    Publication usual = TestWarehouse.publication(warehouse, 1);
    Publication without =
        new Publication(
            usual.runKey(),
            usual.runDate(),
            usual.firstDate(),
            usual.builtFrom(),
            Map.of("topics", "", "daily", ""),
            usual.rows());
    Commit commit = TestWarehouse.stageNight(warehouse, 1).publish(without);
    assertEquals(
        List.of("daily", "topics"), commit.tables().stream().map(CommittedTable::name).toList());
  }

  @Test
  void aNightComputedAgainBuildsOnTheCommitBeforeButFollowsTheNewest() {
    Warehouse warehouse = Warehouse.open(root);
    Commit first = TestWarehouse.publish(warehouse, 0);
    Commit second = TestWarehouse.publish(warehouse, 1);
    Publication again =
        new Publication(
            "key-1", second.runDate(), second.firstDate(), Optional.of(first), Map.of(), Map.of());
    Commit third = warehouse.stage("again").publish(again);
    assertEquals(3, third.number());
    assertEquals(2, third.parent());
    assertEquals(1, third.builtFrom());
  }

  @Test
  void rollingBackPublishesTheOldNightAgain() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    TestWarehouse.publish(warehouse, 1);
    Commit back = warehouse.rollBackTo(1, "rollback");
    assertEquals(3, back.number());
    assertEquals(Optional.of(0), TestWarehouse.nightSeen(root));
    assertEquals(warehouse.commit(1).orElseThrow().tables(), back.tables());
  }

  @Test
  void viewsArePinnedToOneSnapshot() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestWarehouse.publish(warehouse, 0);
    String duckDb = Files.readString(root.resolve("views/duckdb.sql"));
    String spark = Files.readString(root.resolve("views/spark.sql"));
    String topics = warehouse.snapshot(commit).resolve("shared/topics").toString();
    assertTrue(duckDb.contains("read_parquet('" + topics + "/**/*.parquet'"), duckDb);
    assertTrue(duckDb.contains("comment on view \"topics\" is 'it''s one row per topic'"), duckDb);
    assertTrue(spark.contains("options (path '" + topics + "', mergeSchema 'true')"), spark);
    assertTrue(spark.contains("-- it's one row per topic\n"), spark);
    assertEquals(3, duckDb.lines().filter(l -> l.startsWith("create")).count());
  }

  @Test
  void aSecondRunFindsTheWarehouseLockedAndChangesNothing() throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    try (WarehouseLock held = warehouse.lock("holder")) {
      Map<String, Object> before = inodes(root);
      KoeException busy = assertThrows(KoeException.class, () -> warehouse.lock("second"));
      assertEquals(ExitCode.LOCKED, busy.exitCode());
      assertEquals(before, inodes(root));
      assertNotEquals(null, held);
    }
    warehouse.lock("third").close();
  }

  @Test
  void ofTwoRunsThatPublishTheSameNumberExactlyOneWins() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    ExecutorService runs = Executors.newFixedThreadPool(2);
    for (int round = 1; round <= 20; round++) {
      CountDownLatch start = new CountDownLatch(2);
      Failpoint.set(step -> meet(step, start));
      List<Future<ExitCode>> outcomes = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        String runId = "round-" + round + "-writer-" + writer;
        outcomes.add(runs.submit(() -> publishEmpty(warehouse, runId)));
      }
      Set<ExitCode> ends = Set.of(outcomes.get(0).get(), outcomes.get(1).get());
      assertEquals(Set.of(ExitCode.PUBLISHED, ExitCode.LOCKED), ends);
      assertEquals(round + 1, warehouse.newest().orElseThrow().number());
    }
    runs.shutdown();
    Failpoint.clear();
    assertEquals(21, FileTree.children(root.resolve("_koe/commits")).size());
    assertTrue(FileTree.children(warehouse.staging()).isEmpty());
  }

  private static void meet(String step, CountDownLatch start) {
    if (step.equals("commit-drafted")) {
      start.countDown();
      try {
        start.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static ExitCode publishEmpty(Warehouse warehouse, String runId) {
    try {
      StagedSnapshot staged = warehouse.stage(runId);
      Publication nothingNew = TestWarehouse.publication(warehouse, 0);
      return staged.publish(nothingNew) == null ? ExitCode.DEFECT : ExitCode.PUBLISHED;
    } catch (KoeException e) {
      return e.exitCode();
    }
  }

  @Test
  void oldSnapshotsGoButTheNewestSevenAndTheWeeksLastStay() {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestWarehouse.publish(warehouse, 0);
    List<Commit> nights = new ArrayList<>();
    for (int night = 0; night < 60; night++) {
      nights.add(withNumber(commit, night + 1));
    }
    Instant afterAll = commit.createdAt().plus(Duration.ofDays(2));
    // 2026-04-01 is a Wednesday, so night 60 is Saturday 2026-05-30.
    assertEquals(
        Set.of(33L, 40L, 47L, 54L, 55L, 56L, 57L, 58L, 59L, 60L), Vacuum.kept(nights, afterAll));
    assertEquals(60, Vacuum.kept(nights, commit.createdAt()).size());
  }

  private static Commit withNumber(Commit commit, long number) {
    return new Commit(
        number,
        number - 1,
        number - 1,
        commit.runId(),
        commit.runKey(),
        TestWarehouse.FIRST.plusDays(number - 1),
        commit.firstDate(),
        commit.snapshot(),
        commit.createdAt(),
        commit.fileList(),
        commit.accepted(),
        List.of());
  }

  @Test
  void aClockSetBackChangesNoOrder() {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestWarehouse.publish(warehouse, 0);
    List<Commit> backwards = new ArrayList<>();
    for (int night = 0; night < 60; night++) {
      backwards.add(0, withNumber(commit, 60 - night));
    }
    List<Commit> clockSetBack =
        backwards.stream()
            .map(c -> publishedAt(c, commit.createdAt().minus(Duration.ofHours(2 * c.number()))))
            .toList();
    Instant afterAll = commit.createdAt().plus(Duration.ofDays(2));
    assertEquals(
        Set.of(33L, 40L, 47L, 54L, 55L, 56L, 57L, 58L, 59L, 60L),
        Vacuum.kept(clockSetBack, afterAll));
  }

  private static Commit publishedAt(Commit commit, Instant time) {
    return new Commit(
        commit.number(),
        commit.parent(),
        commit.builtFrom(),
        commit.runId(),
        commit.runKey(),
        commit.runDate(),
        commit.firstDate(),
        commit.snapshot(),
        time,
        commit.fileList(),
        commit.accepted(),
        commit.tables());
  }

  @Test
  void aReaderOfASnapshotThatGoesIsRightOrFails() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    for (int night = 0; night < 30; night++) {
      TestWarehouse.publish(warehouse, night);
    }
    CompletableFuture<Integer> reads = CompletableFuture.supplyAsync(() -> readEvery(warehouse));
    warehouse.keepNewestOnly();
    assertTrue(reads.get() > 0);
    assertEquals(1, FileTree.children(warehouse.snapshots()).size());
    assertEquals(Optional.of(29), TestWarehouse.nightSeen(root));
  }

  /** Reads all snapshots, newest first, as long as there is one; how many reads were whole. */
  private static int readEvery(Warehouse warehouse) {
    int whole = 0;
    for (long number = 30; number > 0; number--) {
      try {
        Path snapshot = warehouse.snapshot(warehouse.commit(number).orElseThrow());
        assertEquals(Optional.of((int) number - 1), TestWarehouse.nightIn(snapshot));
        whole++;
      } catch (IOException | UncheckedIOException e) {
        // It is gone, and says so.
      }
    }
    return whole;
  }

  @Test
  void readingAnEmptyFolderSaysThatNothingIsPublished() {
    KoeException missing =
        assertThrows(KoeException.class, () -> Warehouse.published(root.resolve("nowhere")));
    assertEquals(ExitCode.INPUT_MISSING, missing.exitCode());
    assertFalse(Files.exists(root.resolve("nowhere")));
  }

  @Test
  void aRunLeavesItsManifestAsJson() throws IOException {
    RunFolder run = Warehouse.open(root).run("night-0");
    run.write(Map.of("exit", 65));
    Path file = run.write(new TreeMap<>(Map.of("exit", 0, "run_date", TestWarehouse.FIRST)));
    assertEquals(
        "{\n  \"exit\" : 0,\n  \"run_date\" : \"2026-04-01\"\n}\n", Files.readString(file));
    assertEquals(root.toRealPath().resolve("_koe/runs/night-0/spark.log"), run.log());
  }

  private static List<String> filesOf(Path folder) throws IOException {
    return FileTree.files(folder).stream().map(f -> folder.relativize(f).toString()).toList();
  }

  private static Map<String, Object> inodes(Path folder) throws IOException {
    return FileTree.files(folder).stream()
        .collect(
            Collectors.toMap(
                f -> folder.relativize(f).toString(), WarehouseTest::inode, (a, b) -> a));
  }

  private static Object inode(Path file) {
    try {
      return Files.getAttribute(file, "unix:ino");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
