package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.FailingTasks;
import io.koe.KoeProcess;
import io.koe.PublishedRows;
import io.koe.TestKey;
import io.koe.query.PinnedTables;
import io.koe.sample.SampleDrop;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of which every third task fails once and is run again. */
@Tag("endurance")
class RetriedTasksTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 9, 7);
  private static final String COUNTS =
      "select file, rows_read, accepted, rejected, duplicates, superseded, blank"
          + " from input_files order by file";

  @TempDir private Path folder;

  @Test
  void tasksThatAreRunAgainChangeNoCountAndNoRow() throws Exception {
    new SampleDrop(folder.resolve("drop"), NIGHT, NIGHT, 60, 7).write(day -> {});
    TestKey.in(folder);
    KoeProcess calm = new KoeProcess(folder.resolve("calm"));
    run(calm, "calm", "local[2]");
    KoeProcess failing =
        new KoeProcess(
            folder.resolve("failing"), "-Dspark.plugins=" + FailingTasks.class.getName());
    run(failing, "failing", "local[2,4]");
    long failed = failing.printed().lines().filter(line -> line.startsWith("fails once")).count();
    assertTrue(failed > 30, failed + " tasks failed");
    assertEquals(counts("calm"), counts("failing"));
    assertEquals(texts("calm"), texts("failing"));
  }

  private void run(KoeProcess koe, String name, String master) throws Exception {
    Process run =
        koe.run(
            folder.resolve("drop"),
            warehouse(name),
            folder.resolve("koe.key"),
            "--master",
            master,
            // By Spark all of a night's queries are tasks.
            "--sql-engine",
            "spark",
            "--date",
            NIGHT.toString());
    assertEquals(73, run.waitFor(), koe::printed);
  }

  private Path warehouse(String name) {
    return folder.resolve(name).resolve("warehouse");
  }

  private Object texts(String name) {
    return PublishedRows.texts(warehouse(name));
  }

  private String counts(String name) {
    try (PinnedTables tables = PinnedTables.open(warehouse(name).resolve("current"))) {
      return tables.query(COUNTS).rows().toString();
    }
  }
}
