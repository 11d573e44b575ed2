package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShufflePlanTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 2);

  @TempDir private Path folder;

  @Test
  void smallDataTakesOneTask() throws IOException {
    file("drop/inquiries/dt=2026-10-02/a.jsonl.gz", 20 << 20);
    assertEquals(ShufflePlan.ONE_TASK, plan(Optional.empty()));
  }

  @Test
  void otherNightsOfTheDropDoNotCount() throws IOException {
    file("drop/inquiries/dt=2026-10-01/a.jsonl.gz", 200 << 20);
    file("drop/articles/articles.jsonl", 10);
    assertEquals(ShufflePlan.ONE_TASK, plan(Optional.empty()));
  }

  @Test
  void aLargeNightIsPlannedAsItGoes() throws IOException {
    file("drop/inquiries/dt=2026-10-02/a.jsonl.gz", 30 << 20);
    assertEquals(ShufflePlan.ADAPTIVE, plan(Optional.empty()));
  }

  @Test
  void soIsASmallNightOverALongHistory() throws IOException {
    file("drop/inquiries/dt=2026-10-02/a.jsonl.gz", 10);
    file("parent/restricted/landed_inquiries/arrival_date=2026-10-01/a.parquet", 200 << 20);
    assertEquals(ShufflePlan.ONE_TASK, plan(Optional.of(folder.resolve("parent"))));
    file("parent/restricted/landed_inquiries/arrival_date=2026-09-30/a.parquet", 100 << 20);
    assertEquals(ShufflePlan.ADAPTIVE, plan(Optional.of(folder.resolve("parent"))));
  }

  @Test
  void nightsAtOnceAddUp() throws IOException {
    file("drop/inquiries/dt=2026-10-01/a.jsonl.gz", 15 << 20);
    file("drop/inquiries/dt=2026-10-02/a.jsonl.gz", 15 << 20);
    assertEquals(ShufflePlan.ONE_TASK, plan(Optional.empty()));
    NightRange both = new NightRange(NIGHT.minusDays(1), NIGHT, Optional.empty());
    assertEquals(
        ShufflePlan.ADAPTIVE,
        ShufflePlan.of(folder.resolve("drop"), Optional.empty(), both, Optional.empty()));
  }

  private ShufflePlan plan(Optional<Path> parent) {
    return ShufflePlan.of(
        folder.resolve("drop"),
        Optional.empty(),
        new NightRange(NIGHT, NIGHT, Optional.empty()),
        parent);
  }

  /** A file that holds nothing, of any size. */
  private void file(String name, long bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
  }
}
