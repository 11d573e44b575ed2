package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are really full, of eight sizes: file systems in memory, which only root mounts. */
class FullDiskTest {
  @TempDir Path disk;

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {96, 132, 148, 164, 180, 212, 244, 292})
  void theNewestNightStaysWholeAndTheNextRunPublishes(int kilobytes) throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "koe", disk.toString()),
        "only root can mount a small disk: a full one is not tested here");
    Warehouse warehouse = Warehouse.open(disk);
    TestWarehouse.publish(warehouse, 0);
    int night = 1;
    while (published(warehouse, night)) {
      night++;
    }
    assertVerifies(warehouse);
    assertTrue(run("mount", "-o", "remount,size=8m", disk.toString()));
    warehouse.lock("recovery").close();
    assertVerifies(warehouse);
    int newest = Math.toIntExact(warehouse.newest().orElseThrow().number()) - 1;
    assertEquals(newest, TestWarehouse.nightSeen(disk).orElseThrow());
    assertTrue(published(warehouse, newest + 1));
  }

  /** Whether the night found room; if not, that is said with the disk's exit code. */
  private static boolean published(Warehouse warehouse, int night) {
    StagedSnapshot staged;
    try {
      staged = TestWarehouse.stageNight(warehouse, night);
    } catch (UncheckedIOException | KoeException e) {
      return false;
    }
    try {
      staged.publish(TestWarehouse.publication(warehouse, night));
      return true;
    } catch (KoeException e) {
      assertEquals(ExitCode.DISK, e.exitCode());
      return false;
    }
  }

  private static void assertVerifies(Warehouse warehouse) throws IOException {
    Commit newest = warehouse.newest().orElseThrow();
    Path snapshot = warehouse.snapshot(newest);
    assertEquals(newest.fileList(), Sha256.hex(snapshot.resolve(SnapshotFiles.LIST)));
    for (Commit.CommittedFile file : warehouse.files(newest)) {
      assertEquals(file.sha256(), Sha256.hex(snapshot.resolve(file.path())), file.path());
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
