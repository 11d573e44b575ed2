package io.koe.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of every format and encoding: no parser crashes or hangs, and its rows add up. */
class ParserFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "a.jsonl", "a.csv", "a.cp932.csv", "a.euc-jp.jsonl", "a.utf-16.csv", "a.utf-16le.jsonl");

  private static final TableContract TABLE = InputContract.table("inquiries");

  @TempDir private Path folder;

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void noDamageCrashesAParser() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      parse(seed);
    }
  }

  @Test
  @Tag("endurance")
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  void noDamageOfTenMinutesCrashesAParser() throws IOException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    for (int seed = 500; System.nanoTime() < end; seed++) {
      parse(seed);
    }
  }

  private void parse(int seed) throws IOException {
    Random random = new Random(seed);
    String name = NAMES.get(seed % NAMES.size());
    byte[] good = name.contains(".csv") ? csv(random) : CorruptDropsTest.goodLines(random);
    Path file = folder.resolve(name);
    Files.write(file, CorruptDropsTest.damaged(good, random));
    ParsedFile parsed = ParsedFile.of(file, TABLE);
    assertEquals(parsed.summary().read(), parsed.rows().size(), "seed " + seed);
    List<Long> numbers = parsed.rows().stream().map(PackedRow::rowNumber).toList();
    assertEquals(numbers.stream().distinct().sorted().toList(), numbers, "seed " + seed);
  }

  private static byte[] csv(Random random) {
    StringBuilder csv = new StringBuilder("inquiry_id,user_id,service,channel,created_at,body\r\n");
    for (int row = random.nextInt(6); row >= 0; row--) {
      csv.append("q").append(row).append(",u,s,c,2026-10-01,\"一つの\n\"\"話\"\"、,\"\r\n");
    }
    return csv.toString().getBytes(UTF_8);
  }
}
