package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that publishes without pause, at random instants. */
class KilledPublisherTest {
  private static final Map<String, String> TABLES = Map.of("left", "", "right", "", "kept", "");
  @TempDir Path root;

  @Test
  void readersOfOneSnapshotSeeOneWholeNightWheneverThePublisherDies() throws Exception {
    kill(5);
  }

  @Test
  @Tag("endurance")
  void twoHundredDeathsTearNothing() throws Exception {
    kill(200);
  }

  private void kill(int kills) throws Exception {
    Random random = new Random(20260401);
    long seen = 0;
    for (int kill = 0; kill < kills; kill++) {
      long enough = seen + 1 + random.nextInt(8);
      Process publisher = start(kill);
      while (seen < enough && publisher.isAlive()) {
        seen = readPinned(seen);
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertTrue(publisher.isAlive(), "the publisher must go on until killed");
      assertLocked();
      TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
      publisher.destroyForcibly().waitFor();
      seen = readPinned(seen);
    }
    assertWhole(kills, seen);
  }

  /** Another process is told at once, and takes the lock from nobody. */
  private void assertLocked() {
    long start = System.nanoTime();
    KoeException busy = assertThrows(KoeException.class, () -> Warehouse.open(root).lock("second"));
    assertEquals(ExitCode.LOCKED, busy.exitCode());
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2));
  }

  private void assertWhole(int kills, long seen) throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    warehouse.lock("last").close();
    List<Commit> commits = warehouse.commits();
    assertTrue(commits.size() > kills, "each publisher publishes");
    for (int i = 0; i < commits.size(); i++) {
      assertEquals(i + 1, commits.get(i).number());
    }
    assertEquals(commits.size(), FileTree.children(warehouse.snapshots()).size());
    assertEquals(commits.size(), readPinned(seen));
  }

  private Process start(int attempt) throws IOException {
    Path log = root.resolve("publisher.log");
    return TestProcess.start(getClass(), log, root.toString(), "attempt-" + attempt);
  }

  /** Reads both tables of the night {@code current} points to; never older than one seen before. */
  private long readPinned(long seen) throws IOException {
    if (!Files.exists(root.resolve("current"))) {
      return seen;
    }
    Path snapshot = root.resolve("current").toRealPath();
    String left = text(snapshot.resolve("shared/left"));
    assertEquals(left, text(snapshot.resolve("shared/right")));
    assertEquals("kept", text(snapshot.resolve("restricted/kept")));
    long night = Long.parseLong(left);
    assertTrue(night >= seen, night + " after " + seen);
    return night;
  }

  private static String text(Path folder) throws IOException {
    List<Path> files = FileTree.files(folder);
    assertEquals(1, files.size());
    return Files.readString(files.get(0));
  }

  /** The process to be killed: publishes night after night until then. */
  @SuppressWarnings("InfiniteLoopStatement")
  public static void main(String[] args) throws IOException {
    Warehouse warehouse = Warehouse.open(Path.of(args[0]));
    try (WarehouseLock lock = warehouse.lock(args[1])) {
      while (lock != null) {
        publishNext(warehouse, args[1]);
      }
    }
  }

  private static void publishNext(Warehouse warehouse, String attempt) throws IOException {
    long night = warehouse.newest().map(Commit::number).orElse(0L) + 1;
    StagedSnapshot staged = warehouse.stage(attempt + "-" + night);
    write(staged.folder().resolve("shared/left/part-00000-x.parquet"), "" + night);
    write(staged.folder().resolve("shared/right/part-00000-x.parquet"), "" + night);
    if (night == 1) {
      write(staged.folder().resolve("restricted/kept/part-00000-x.parquet"), "kept");
    }
    LocalDate date = TestWarehouse.FIRST.plusDays(night);
    Commit commit =
        staged.publish(
            new Publication("key-" + night, date, date, warehouse.newest(), TABLES, Map.of()));
    assertEquals(night, commit.number());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
