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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
  @TempDir(factory = MemoryDisk.class)
  Path tests;

  private Path root;

  @BeforeEach
  void oneWarehouse() throws IOException {
    root = Files.createDirectory(tests.resolve("warehouse"));
  }

  /** Stands for the process's death; nothing in the store catches it. */
  private static final class Death extends Error {}

  @AfterEach
  void noMoreDeaths() {
    Failpoint.clear();
  }

  /** What can happen at a step; the last is what nothing in the store catches. */
  enum Fault {
    THROW,
    IO,
    NO_SPACE,
    DEATH;

    void happen(String step) throws IOException {
      switch (this) {
        case THROW -> throw new IllegalStateException(step);
        case IO -> throw new IOException(step);
        case NO_SPACE -> throw new FileSystemException(step, null, "No space left on device");
        case DEATH -> throw new Death();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whateverHappensAtAStepOneWholeNightIsSeenAndTheNextRunPublishes(Fault fault)
      throws IOException {
    List<String> steps = namedSteps();
    assertTrue(steps.size() >= 14, steps.toString());
    for (String step : steps) {
      root = Files.createDirectory(tests.resolve(fault + "-" + step));
      int seen = faultAt(fault, (reached, count) -> reached.equals(step));
      recoverAndExpect(seen);
    }
  }

  @Test
  void aProcessHaltedAroundTheCommitLeavesOneWholeNight() throws Exception {
    haltAt(List.of("moved", "commit-drafted", "commit-linked", "committed", "current-moved"));
  }

  @Test
  @Tag("endurance")
  void aProcessHaltedAtAnyStepLeavesOneWholeNight() throws Exception {
    haltAt(namedSteps());
  }

  private void haltAt(List<String> steps) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (String step : steps) {
      root = Files.createDirectory(tests.resolve(step));
      TestWarehouse.publish(Warehouse.open(root), 0);
      processes.add(
          TestProcess.start(getClass(), tests.resolve("halts.log"), root.toString(), step));
      if (processes.size() % 2 == 0) {
        processes.get(processes.size() - 2).waitFor();
      }
    }
    for (String step : steps) {
      root = tests.resolve(step);
      assertEquals(137, processes.remove(0).waitFor(), step);
      recoverAndExpect(seen(Warehouse.open(root)));
    }
  }

  /** Publishes the second night and halts at a step. */
  public static void main(String[] args) {
    Failpoint.set(
        reached -> {
          if (reached.equals(args[1])) {
            Runtime.getRuntime().halt(137);
          }
        });
    TestWarehouse.publish(Warehouse.open(Path.of(args[0])), 1);
  }

  @Test
  void everyPrefixOfAPublishingsChangesOfTheDiskRecovers() throws IOException {
    int changes = steps().size();
    assertTrue(changes > 40, changes + " changes");
    for (int prefix = 1; prefix <= changes; prefix++) {
      root = Files.createDirectory(tests.resolve("prefix-" + prefix));
      int last = prefix;
      int seen = faultAt(Fault.DEATH, (reached, count) -> count == last);
      dieWhileRecovering(1 + prefix % 7);
      recoverAndExpect(seen);
    }
  }

  /** The next run dies, too, before it has put everything in order. */
  private void dieWhileRecovering(int changes) throws IOException {
    AtomicInteger count = new AtomicInteger();
    Failpoint.set(
        reached -> {
          if (count.incrementAndGet() == changes) {
            throw new Death();
          }
        });
    try {
      Recovery.run(Warehouse.open(root));
    } catch (Death e) {
      // There was that much to do.
    } finally {
      Failpoint.clear();
    }
  }

  /** The named steps of publishing the second night, without the single changes of the disk. */
  private List<String> namedSteps() throws IOException {
    Set<String> changes =
        Set.of("link", "create", "synchronise", "replace", "point", "rename", "delete");
    return steps().stream().filter(s -> !changes.contains(s)).distinct().toList();
  }

  private List<String> steps() throws IOException {
    Path plain = Files.createTempDirectory(tests, "plain");
    Warehouse warehouse = Warehouse.open(plain);
    TestWarehouse.publish(warehouse, 0);
    List<String> steps = new ArrayList<>();
    Failpoint.set(steps::add);
    TestWarehouse.publish(warehouse, 1);
    Failpoint.clear();
    return steps;
  }

  /** Publishes a night, and a second at whose step there is a fault; which of them is seen then. */
  private int faultAt(Fault fault, BiPredicate<String, Integer> step) throws IOException {
    Warehouse warehouse = Warehouse.open(root);
    TestWarehouse.publish(warehouse, 0);
    AtomicInteger count = new AtomicInteger();
    Failpoint.set(
        reached -> {
          if (step.test(reached, count.incrementAndGet())) {
            fault.happen(reached);
          }
        });
    assertThrows(Throwable.class, () -> TestWarehouse.publish(warehouse, 1));
    Failpoint.clear();
    return seen(warehouse);
  }

  /**
   * The newest committed night, once what is seen is found to be that or, still, the one before.
   */
  private int seen(Warehouse warehouse) throws IOException {
    int newest = Math.toIntExact(warehouse.newest().orElseThrow().number()) - 1;
    int seen = TestWarehouse.nightSeen(root).orElseThrow();
    assertTrue(seen == newest || seen == 0, seen + " is seen, " + newest + " committed");
    return newest;
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
