package io.koe.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestKey;
import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred files, each broken in its own way, in one drop: every record is accounted for. */
class CorruptDropsTest {
  private static final int FILES = 300;
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");

  @TempDir private Path folder;

  @Test
  void everyRecordOfThreeHundredBrokenFilesIsAccountedFor() throws IOException {
    Map<String, Long> records = new TreeMap<>();
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] lines = damaged(goodLines(random), random);
      boolean isCompressed = seed % 3 == 0;
      String name = "f%03d.jsonl%s".formatted(seed, isCompressed ? ".gz" : "");
      byte[] bytes = isCompressed ? cut(gzip(lines), random) : lines;
      write("drop/inquiries/dt=" + DAY + "/" + name, bytes);
      records.put("inquiries/dt=" + DAY + "/" + name, records(lines));
    }
    SparkSession spark = TestSpark.session();
    new IngestStage(folder.resolve("drop"), TestKey.in(folder)).run(tables(spark), night());
    int readable = 0;
    for (Row file : spark.sql(FILES_SQL).collectAsList()) {
      long read = file.getLong(1);
      String name = file.getString(0);
      assertEquals(read, file.getLong(2) + file.getLong(3) + file.getLong(4), name);
      if (file.getBoolean(5)) {
        assertEquals(records.get(name), read, name);
        readable++;
      } else {
        assertEquals(0, read, name);
      }
    }
    assertTrue(readable > FILES / 2 && readable < FILES, readable + " readable files");
    assertEquals(sum(spark, "accepted"), count(spark, "landed_inquiries"));
    assertEquals(sum(spark, "accepted"), count(spark, "inquiries"));
    assertEquals(sum(spark, "rejected"), count(spark, "rejected_rows"));
    assertTrue(sum(spark, "duplicates") > 0 && sum(spark, "rejected") > 100);
  }

  private static final String FILES_SQL =
      "select file, rows_read, accepted, rejected, duplicates, is_readable from input_files";

  private RunTables tables(SparkSession spark) {
    return new RunTables(spark, TableCatalog.load(), folder.resolve("night"), Optional.empty());
  }

  private static Night night() {
    Settings usual = Settings.defaults();
    return new Night(
        "night",
        DAY,
        DAY,
        new Settings(
            usual.horizonHours(),
            usual.stabilityHours(),
            usual.repeatDays(),
            usual.sessionHours(),
            usual.latenessDays(),
            usual.openingMinute(),
            usual.closingMinute(),
            usual.backlogDays(),
            usual.minimumUsers(),
            1,
            usual.falseDiscoveryRate(),
            usual.topics(),
            usual.seed(),
            usual.tokenizer()));
  }

  private static long sum(SparkSession spark, String column) {
    return spark.sql("select sum(" + column + ") from input_files").head().getLong(0);
  }

  private static long count(SparkSession spark, String table) {
    return spark.sql("select count(*) from " + table).head().getLong(0);
  }

  static byte[] goodLines(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int row = 2 + random.nextInt(6); row > 0; row--) {
      lines.append(
          """
          {"inquiry_id": "q%d", "user_id": "u1", "service": "mercari", "channel": "form", \
          "created_at": "2026-10-01T10:00:00Z", "body": "商品が届きません。"}
          """
              .formatted(random.nextInt(2000)));
    }
    return lines.toString().getBytes(UTF_8);
  }

  /** A few bytes changed, taken out, put in or repeated, or a blank line. */
  static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good;
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(40));
      byte[] span = Arrays.copyOfRange(bytes, from, to);
      switch (random.nextInt(5)) {
        case 0 -> bytes[from] = (byte) random.nextInt(256);
        case 1 -> bytes = concat(bytes, from, new byte[0], to);
        case 2 -> bytes = concat(bytes, from, random.ints(9, -128, 128), from);
        case 3 -> bytes = concat(bytes, to, span, to);
        default -> bytes = concat(bytes, from, "\n \r\n".getBytes(UTF_8), from);
      }
      bytes = bytes.length == 0 ? good : bytes;
    }
    return bytes;
  }

  private static byte[] concat(byte[] bytes, int from, IntStream put, int to) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    put.forEach(text::write);
    return concat(bytes, from, text.toByteArray(), to);
  }

  private static byte[] concat(byte[] bytes, int from, byte[] put, int to) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(bytes, 0, from);
    text.writeBytes(put);
    text.write(bytes, to, bytes.length - to);
    return text.toByteArray();
  }

  /** Lines that are not blank, counted apart from the parser. */
  private static long records(byte[] lines) {
    return Arrays.stream(new String(lines, ISO_8859_1).split("\n"))
        .filter(line -> !line.replaceAll("[ \t\r]", "").isEmpty())
        .count();
  }

  /** Every other file is cut, or one of its bytes is changed. */
  private static byte[] cut(byte[] gzip, Random random) {
    byte[] bytes = gzip.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> bytes[20 + random.nextInt(bytes.length - 20)] ^= 1;
      default -> {}
    }
    return bytes;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
