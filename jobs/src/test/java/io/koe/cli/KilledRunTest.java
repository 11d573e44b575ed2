package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.KoeProcess;
import io.koe.PublishedRows;
import io.koe.TestKey;
import io.koe.sample.SampleDrop;
import io.koe.search.IndexCheck;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night's job is killed at random instants while others read, and run again. */
@Tag("endurance")
class KilledRunTest {
  private static final int KILLS = 10;
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
  private static final LocalDate NIGHT = FIRST.plusDays(7);

  @TempDir private Path folder;

  @Test
  void aNightKilledTenTimesEndsAsOneNeverKilledAndReadersSeeOneWholeNight() throws Exception {
    new SampleDrop(folder.resolve("drop"), FIRST, NIGHT, 60, 7).write(day -> {});
    TestKey.in(folder);
    backfill("calm");
    backfill("killed");
    Path warehouse = folder.resolve("killed");
    Map<String, String> before = PublishedRows.hashes(warehouse);
    long start = System.nanoTime();
    night("calm");
    long nanos = System.nanoTime() - start;
    Map<String, String> after = PublishedRows.hashes(folder.resolve("calm"));
    assertTrue(!before.equals(after), "the night changes tables");

    Reader reader = new Reader(warehouse, before, after);
    Thread reading = new Thread(reader);
    reading.start();
    Random random = new Random(20260401);
    List<String> deaths = new ArrayList<>();
    while (deaths.size() < KILLS) {
      Process process = startNight("killed");
      if (!process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly().waitFor();
        deaths.add(step(warehouse));
      }
    }
    System.out.println("killed while: " + deaths);
    night("killed");
    reader.stop();
    reading.join();

    assertEquals(List.of(), reader.odd);
    assertTrue(reader.reads > KILLS, reader.reads + " reads");
    assertEquals(after, PublishedRows.hashes(warehouse));
    assertEquals(List.of(), IndexCheck.of(warehouse.resolve("current").toRealPath()).unlike());
    assertTidy(warehouse);
  }

  /** How far the run had come: the tables it had staged, and the commit. */
  private static String step(Path warehouse) throws IOException {
    long commits = Warehouse.open(warehouse).commits().size();
    Path staging = warehouse.resolve("_koe/staging");
    long tables = 0;
    if (Files.isDirectory(staging)) {
      try (Stream<Path> paths = Files.walk(staging, 3)) {
        tables = paths.filter(p -> staging.relativize(p).getNameCount() == 3).count();
      }
    }
    return tables + " tables staged, " + commits + " commits";
  }

  private void assertTidy(Path warehouse) throws IOException {
    try (Stream<Path> staged = Files.list(warehouse.resolve("_koe/staging"))) {
      assertEquals(List.of(), staged.toList());
    }
    List<Commit> commits = Warehouse.open(warehouse).commits();
    try (Stream<Path> snapshots = Files.list(warehouse.resolve("snapshots"))) {
      assertEquals(
          commits.stream().map(Commit::snapshot).toList(),
          snapshots.map(s -> s.getFileName().toString()).sorted().toList());
    }
    try (Stream<Path> spill = Files.list(koe().temporary())) {
      assertEquals(List.of(), spill.filter(p -> p.toString().contains("koe-spill")).toList());
    }
  }

  private KoeProcess koe() {
    return new KoeProcess(folder.resolve("left"));
  }

  private void backfill(String warehouse) throws Exception {
    Process run =
        start(warehouse, "--from", FIRST.toString(), "--date", NIGHT.minusDays(1).toString());
    assertEquals(73, run.waitFor(), koe()::printed);
  }

  private void night(String warehouse) throws Exception {
    assertEquals(73, startNight(warehouse).waitFor(), koe()::printed);
  }

  /** Forced, for one of those killed may have published. */
  private Process startNight(String warehouse) throws IOException {
    return start(warehouse, "--force", "--date", NIGHT.toString());
  }

  private Process start(String warehouse, String... options) throws IOException {
    return koe()
        .run(folder.resolve("drop"), folder.resolve(warehouse), folder.resolve("koe.key"), options);
  }

  /** Reads all tables again and again, pinned to the newest night, and keeps what should not be. */
  private static final class Reader implements Runnable {
    private final Path warehouse;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<String> odd = new ArrayList<>();
    private volatile boolean isStopped;
    private int reads;

    Reader(Path warehouse, Map<String, String> before, Map<String, String> after) {
      this.warehouse = warehouse;
      this.before = before;
      this.after = after;
    }

    void stop() {
      isStopped = true;
    }

    @Override
    public void run() {
      boolean isAfter = false;
      while (!isStopped) {
        try {
          Map<String, String> seen = PublishedRows.hashes(warehouse);
          isAfter |= seen.equals(after);
          if (!seen.equals(isAfter ? after : before)) {
            odd.add((isAfter ? "after " : "before ") + seen);
          }
          reads++;
          Thread.sleep(200);
        } catch (RuntimeException e) {
          odd.add(e.toString());
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }
}
