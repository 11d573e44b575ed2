package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.KoeProcess;
import io.koe.PublishedRows;
import io.koe.TestHdfs;
import io.koe.TestKey;
import io.koe.sample.SampleDrop;
import io.koe.store.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose drop, key and warehouse are in HDFS. */
@Tag("endurance")
class HdfsNightTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 9, 7);

  @TempDir private Path disk;

  @Test
  void theyGiveTheSameTablesAsOnADisk() throws Exception {
    Path hdfs = TestHdfs.folder("nights");
    publish(hdfs, NIGHT, NIGHT);
    publish(hdfs, NIGHT.plusDays(1), NIGHT.plusDays(1));
    publish(disk, NIGHT, NIGHT.plusDays(1));
    assertEquals(
        PublishedRows.texts(disk.resolve("warehouse")),
        PublishedRows.texts(hdfs.resolve("warehouse")));
    Path page = Path.of("warehouse", "reports", "2026-W37", "pm.ja.html");
    assertTrue(Files.readString(hdfs.resolve(page)).contains("<html"));
    assertEquals(found(disk), found(hdfs));
    Console.Result check =
        Console.run("check", "--warehouse", hdfs.resolve("warehouse").toString());
    assertEquals(0, check.exit(), check.out() + check.err());
  }

  private static void publish(Path folder, LocalDate first, LocalDate last) throws Exception {
    if (!Files.exists(folder.resolve("drop"))) {
      new SampleDrop(folder.resolve("drop"), NIGHT, NIGHT.plusDays(1), 20, 7).write(day -> {});
    }
    List<String> line =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                folder.resolve("drop").toString(),
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--pseudonym-key-file",
                TestKey.in(folder).toString(),
                "--master",
                "local[2]",
                "--date",
                last.toString(),
                "--sql-engine",
                "spark"));
    if (first.isBefore(last)) {
      line.addAll(List.of("--from", first.toString()));
    }
    Console.Result run = Console.run(line.toArray(String[]::new));
    // Of some nights of the sample a row must be rejected.
    assertTrue(List.of(0, 73).contains(run.exit()), run.err());
  }

  private static String found(Path folder) {
    Console.Result search =
        Console.run(
            "search",
            "--warehouse",
            folder.resolve("warehouse").toString(),
            "--format",
            "json",
            "商品");
    assertEquals(0, search.exit(), search.err());
    return search.out();
  }

  @Test
  void anotherRunTakesTheLockOfOneThatWasKilled() throws Exception {
    try (MiniDFSCluster own = TestHdfs.start(true)) {
      // How long a client that died keeps what it has open: 1 s, not a minute.
      own.setLeasePeriod(1_000, 600_000);
      Path hdfs = Storage.path(own.getURI() + "/killed");
      new SampleDrop(hdfs.resolve("drop"), NIGHT, NIGHT, 20, 7).write(day -> {});
      Path staging = hdfs.resolve("warehouse/_koe/staging");
      Process run = start(hdfs);
      while (run.isAlive() && (!Files.exists(staging) || children(staging) == 0)) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      run.destroyForcibly().waitFor();
      TimeUnit.SECONDS.sleep(2);
      publish(hdfs, NIGHT, NIGHT);
      assertEquals(0, children(staging));
    }
  }

  private Process start(Path hdfs) throws Exception {
    return new KoeProcess(disk)
        .run(
            hdfs.resolve("drop"),
            hdfs.resolve("warehouse"),
            TestKey.in(hdfs),
            "--master",
            "local[2]",
            "--date",
            NIGHT.toString());
  }

  private static long children(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
