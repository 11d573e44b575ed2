package io.koe.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every format, as they come: what each row becomes, and what a file's fault is. */
class InputFilesTest {
  private static final String GOOD =
      """
      {"session_id": "a", "service": "mercari", "started_at": "2026-10-01T10:00:00Z", \
      "ended_at": "2026-10-01T10:05:00Z", "entry": "bot", "user_id": 7, "article_ids": ["h1", "h2"]}
      """;
  private static final String HEADER = "entry,session_id,service,ended_at,started_at,search_terms";

  private static final TableContract TABLE = InputContract.table("help_sessions");

  @TempDir private Path folder;

  @Test
  void aGoodRowIsMaskedTypedAndKeyed() throws IOException {
    PackedRow row = parse("a.jsonl", GOOD).rows().get(0);
    assertNull(row.reason());
    assertEquals("a", row.key());
    assertEquals("user-7", value(row, "user_id"));
    assertEquals(1_790_848_800_000_000L, value(row, "started_at"));
    assertEquals(List.of("h1", "h2"), value(row, "article_ids"));
  }

  @Test
  void everyFaultOfALineHasItsReason() throws IOException {
    assertReason("unparseable", "{\"broken\": ");
    assertReason("unparseable", "[" + GOOD.strip() + "]");
    assertReason("unparseable", GOOD.strip() + " {}");
    assertReason("unparseable", GOOD.replace("\"service\"", "\"session_id\""));
    assertReason("unparseable", "{\"a\": " + "[".repeat(30) + "]".repeat(30) + "}");
    assertReason("missing_required session_id", GOOD.replace("\"a\"", "null"));
    assertReason("missing_required session_id", GOOD.replace("\"a\"", "\"  \""));
    assertReason("invalid_value session_id", GOOD.replace("\"a\"", "{\"id\": 1}"));
    assertReason("invalid_value started_at", GOOD.replace("2026-10-01T10:00:00Z", "yesterday"));
    assertReason("invalid_value started_at", GOOD.replace("2026-10-01T10:00:00Z", "1999-01-01"));
    assertReason("invalid_value entry", GOOD.replace("bot", "shop"));
    assertReason("invalid_value ended_at", GOOD.replace("10:05", "09:05"));
    assertReason("invalid_utf8", GOOD.replace("\"a\"", "\"\\ud83d\""));
    assertReason("too_late started_at", GOOD.replace("2026-10-01T10:00:00", "2026-08-26T14:59:59"));
    assertReason("in_future started_at", GOOD.replace("T10:00:00Z", "T15:00:00Z"));
    assertReason("null", GOOD.replace("2026-10-01T10:00:00", "2026-08-26T15:00:00"));
    assertReason("null", GOOD.replace("10:05:00Z", "19:05:00"));
  }

  @Test
  void blankLinesAreNotReadAndOneBadLineCostsOneRow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    bytes.writeBytes((GOOD + "\n  \r\n").getBytes(UTF_8));
    bytes.writeBytes(GOOD.replace("mercari", "メルカリ").getBytes(Charset.forName("windows-31j")));
    bytes.writeBytes(GOOD.replace("\"a\"", "\"b\"").strip().getBytes(UTF_8));
    ParsedFile parsed = parse("a.jsonl", bytes.toByteArray());
    assertEquals("null null, invalid_utf8 null, null null", reasons(parsed));
    assertEquals(List.of(1L, 4L, 5L), parsed.rows().stream().map(PackedRow::rowNumber).toList());
    assertEquals("3 read, 2 blank, null", summary(parsed));
  }

  @Test
  void aHeaderIsMatchedByNameAndACellMayHoldLines() throws IOException {
    String csv =
        HEADER + "\r\nbot,a,mercari,2026-10-01 19:05,2026-10-01 19:00,\"一\n\"\"二\"\"\"\r\n\r\n";
    ParsedFile parsed = parse("a.csv", csv);
    assertEquals("masked 一\n\"二\"", value(parsed.rows().get(0), "search_terms"));
    assertEquals(1_790_848_800_000_000L, value(parsed.rows().get(0), "started_at"));
    assertEquals("1 read, 1 blank, null", summary(parsed));
    assertEquals("unparseable null", reasons(parse("a.csv", HEADER + "\nbot,a,mercari")));
  }

  @Test
  void compressedFilesReadTheSame() throws IOException {
    assertEquals("1 read, 0 blank, null", summary(parse("a.jsonl.gz", gzip(GOOD))));
    byte[] zstd = Zstd.compress(GOOD.getBytes(UTF_8));
    assertEquals("1 read, 0 blank, null", summary(parse("a.jsonl.zst", zstd)));
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws IOException {
    byte[] gzip = gzip(GOOD.repeat(50));
    assertEquals("corrupt_file", fault("a.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2)));
    byte[] zstd = Zstd.compress(GOOD.repeat(50).getBytes(UTF_8));
    assertEquals("corrupt_file", fault("a.jsonl.zst", Arrays.copyOf(zstd, zstd.length / 2)));
    assertEquals("corrupt_file", fault("a.jsonl.gz", GOOD.getBytes(UTF_8)));
    assertEquals("corrupt_file", fault("a.parquet", "PAR1 no footer".getBytes(UTF_8)));
    assertEquals("corrupt_file", fault("a.parquet", new byte[0]));
    assertEquals("wrong_encoding", fault("a.jsonl", ("\ufeff" + GOOD).getBytes(UTF_16LE)));
    assertEquals("unknown_format", fault("a.xlsx", new byte[0]));
    assertEquals("wrong_columns", fault("a.csv", "entry,service\n".getBytes(UTF_8)));
    String open = HEADER + "\nbot,\"a,b,c,d,e\nbot,b,c,d,e,f\n";
    assertEquals("corrupt_file", fault("a.csv", open.getBytes(UTF_8)));
  }

  /** Pages are uncompressed, so no decompressor sees it: the page's checksum must. */
  @Test
  void aParquetFileWithAByteChangedIsSetAsideOrReadsAsWritten() throws IOException {
    Path file = folder.resolve("good.parquet");
    writeParquet(file);
    byte[] good = Files.readAllBytes(file);
    List<Object> written = ParsedFile.of(file, TABLE).values(TABLE, "session_id");
    assertEquals(3, written.size());
    int setAside = 0;
    for (int at = 0; at < good.length; at += 17) {
      byte[] bytes = good.clone();
      bytes[at] ^= 0x10;
      ParsedFile parsed = parse("bad.parquet", bytes);
      if (parsed.summary().fault() == null) {
        assertEquals(written, parsed.values(TABLE, "session_id"), "byte " + at);
      } else {
        setAside++;
      }
    }
    assertTrue(setAside > good.length / 68, setAside + " of " + good.length / 17);
  }

  private static void writeParquet(Path file) throws IOException {
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message m { required binary session_id (STRING); required binary service (STRING);"
                + " required binary started_at (STRING); required binary ended_at (STRING);"
                + " required binary entry (STRING); }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(type).build()) {
      for (String id : List.of("session-one", "session-two", "session-three")) {
        writer.write(
            new SimpleGroup(type)
                .append("session_id", id)
                .append("service", "mercari")
                .append("started_at", "2026-10-01T10:00:00Z")
                .append("ended_at", "2026-10-01T10:05:00Z")
                .append("entry", "bot"));
      }
    }
  }

  @Test
  void slicesOfAFileShareItsRows() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, GOOD.repeat(1000));
    List<Long> numbers = new ArrayList<>();
    for (int slice = 0; slice < 3; slice++) {
      ParsedFile.of(file, TABLE, slice, 3).rows().forEach(r -> numbers.add(r.rowNumber()));
    }
    assertEquals(1000, numbers.stream().distinct().count());
    assertEquals(1000, numbers.size());
  }

  private void assertReason(String expected, String line) throws IOException {
    PackedRow row = parse("a.jsonl", line).rows().get(0);
    String column = row.column();
    assertEquals(expected, row.reason() + (column == null ? "" : " " + column), line);
  }

  private static Object value(PackedRow row, String column) {
    return row.values().get(TABLE.position(column));
  }

  private static String reasons(ParsedFile parsed) {
    return String.join(
        ", ", parsed.rows().stream().map(r -> r.reason() + " " + r.column()).toList());
  }

  private static String summary(ParsedFile parsed) {
    SliceSummary summary = parsed.summary();
    return summary.read() + " read, " + summary.blank() + " blank, " + summary.fault();
  }

  private String fault(String name, byte[] bytes) throws IOException {
    return parse(name, bytes).summary().fault().code();
  }

  private ParsedFile parse(String name, String text) throws IOException {
    return parse(name, text.getBytes(UTF_8));
  }

  private ParsedFile parse(String name, byte[] bytes) throws IOException {
    return ParsedFile.of(Files.write(folder.resolve(name), bytes), TABLE);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
