package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koe.KoeProcess;
import io.koe.TestKey;
import io.koe.sample.SampleDrop;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of what does not fit into memory is really full: a file system only root mounts. */
@Tag("endurance")
class FullSpillTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 9, 7);

  @TempDir private Path folder;
  private KoeProcess koe;

  @BeforeEach
  void mount() throws Exception {
    new SampleDrop(folder.resolve("drop"), NIGHT, NIGHT, 60, 7).write(day -> {});
    TestKey.in(folder);
    koe = new KoeProcess(folder.resolve("left"));
    Files.createDirectories(koe.temporary());
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=1m", "koe", koe.temporary().toString()),
        "only root can mount a small disk: a full one is not tested here");
  }

  @AfterEach
  void unmount() throws Exception {
    command("umount", koe.temporary().toString());
  }

  /** First there is no place for DuckDB's library, then, without it, for what Spark spills. */
  @Test
  void theRunEndsWithThreeLinesAndTheNextOnePublishes() throws Exception {
    itEndsWithThreeLines("auto", "the disk refused to hold a library, or to let it be loaded");
    itEndsWithThreeLines("spark", "the disk refused to read or write");
    assertTrue(Warehouse.open(warehouse()).newest().isEmpty());
    assertTrue(command("mount", "-o", "remount,size=1g", koe.temporary().toString()));
    assertEquals(73, run("auto"), koe::printed);
  }

  private void itEndsWithThreeLines(String engine, String what) throws Exception {
    assertEquals(74, run(engine), koe::printed);
    String printed = koe.printed();
    List<String> error = printed.substring(printed.lastIndexOf("error: ")).lines().toList();
    assertEquals("error: " + what, error.get(0));
    assertTrue(error.get(1).contains(koe.temporary().toString()), error.get(1));
    assertEquals(3, error.size(), koe::printed);
  }

  private int run(String engine) throws Exception {
    Path key = folder.resolve("koe.key");
    return koe.run(
            folder.resolve("drop"),
            warehouse(),
            key,
            "--date",
            NIGHT.toString(),
            "--sql-engine",
            engine)
        .waitFor();
  }

  private Path warehouse() {
    return folder.resolve("warehouse");
  }

  private static boolean command(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
