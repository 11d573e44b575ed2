package io.koe.ingest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the encodings a name can declare, whole and damaged. */
class EncodingsTest {
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final Charset EUC_JP = Charset.forName("x-eucJP-Open");

  private static final Map<String, Charset> NAMED =
      Map.of("cp932", CP932, "euc-jp", EUC_JP, "utf-16be", UTF_16BE);

  /** Row 13 of NEC, IBM's kanji, a trail byte that is a backslash, a wave dash, half-width kana. */
  private static final String TEXT = "①㈱髙﨑の能力表ソを～送りました。ﾒﾙｶﾘ「〜」";

  private static final String CSV = "inquiry_id,user_id,service,channel,created_at,body\r\n";
  private static final TableContract TABLE = InputContract.table("inquiries");

  @TempDir private Path folder;

  @Test
  void aDeclaredEncodingReadsAsWritten() throws IOException {
    assertBody(TEXT.replace("〜", ""), "a.cp932.csv", CP932);
    assertBody(TEXT.replace("〜", ""), "a.Shift_JIS.csv", CP932);
    assertBody(TEXT.replace("～", ""), "a.euc-jp.csv", EUC_JP);
    assertBody(TEXT + "😀👨‍👩‍👧", "a.utf-16.csv", UTF_16);
    assertBody(TEXT + "😀👨‍👩‍👧", "a.utf-16le.csv", UTF_16LE);
    assertBody(TEXT + "😀👨‍👩‍👧", "a.utf-16be.csv", UTF_16BE);
    assertBody(TEXT + "😀👨‍👩‍👧", "a.utf-8.csv", UTF_8);
    assertBody(TEXT, "a.night.csv", UTF_8);
  }

  private void assertBody(String text, String name, Charset charset) throws IOException {
    String csv = CSV + row("a", text) + row("b", text + ",\"\"\r\n" + text);
    ParsedFile parsed = parse(name, csv.getBytes(charset));
    assertEquals(
        List.of("masked " + text, "masked " + text + ",\"\r\n" + text).toString(),
        parsed.values(TABLE, "body").toString(),
        name);
    String json = json("a", text) + json("b", text);
    ParsedFile lines = parse(name.replace(".csv", ".jsonl.gz"), gzip(json.getBytes(charset)));
    assertEquals(
        List.of("masked " + text, "masked " + text), lines.values(TABLE, "body"), name + " lines");
  }

  @Test
  void aMarkBeforeADeclaredEncodingIsNoPartOfTheHeader() throws IOException {
    byte[] marked = ("\ufeff" + CSV + row("a", TEXT)).getBytes(UTF_16LE);
    assertEquals(List.of("a"), parse("a.utf-16le.csv", marked).values(TABLE, "inquiry_id"));
    assertEquals(List.of("a"), parse("a.utf-16.csv", marked).values(TABLE, "inquiry_id"));
  }

  @Test
  void bytesThatMeanNothingCostTheirRecordAlone() throws IOException {
    for (Map.Entry<String, Charset> named : NAMED.entrySet()) {
      String name = named.getKey();
      Charset charset = named.getValue();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes((CSV + row("a", "一")).getBytes(charset));
      bytes.writeBytes("b,u,s,c,2026-10-01,\"二".getBytes(charset));
      bytes.writeBytes(
          name.equals("utf-16be") ? new byte[] {(byte) 0xD8, 0x3D} : new byte[] {(byte) 0x81});
      bytes.writeBytes(("\"\r\n" + row("c", "三")).getBytes(charset));
      ParsedFile parsed = parse("a." + name + ".csv", bytes.toByteArray());
      assertEquals(List.of("null", "invalid_utf8", "null"), parsed.reasons(), name);
      assertEquals(List.of("a", "c"), parsed.values(TABLE, "inquiry_id"), name);
    }
  }

  @Test
  void anUndeclaredEncodingIsNeverGuessed() throws IOException {
    byte[] bytes = json("a", TEXT.replace("〜", "")).repeat(3).getBytes(CP932);
    assertEquals(List.of(), parse("a.jsonl", bytes).values(TABLE, "body"));
    byte[] mixed = (json("a", "一") + json("b", "二") + json("c", "三")).getBytes(UTF_8);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(mixed);
    both.writeBytes(json("d", "四").getBytes(CP932));
    ParsedFile parsed = parse("a.jsonl", both.toByteArray());
    assertEquals(List.of("null", "null", "null", "invalid_utf8"), parsed.reasons());
    assertEquals(4, parsed.rows().get(3).rowNumber());
  }

  @Test
  void aTextOfManyBuffersStaysWhole() throws IOException {
    String text = "長い文章です、".repeat(20_000);
    for (Map.Entry<String, Charset> named : NAMED.entrySet()) {
      byte[] bytes = json("a", text).getBytes(named.getValue());
      ParsedFile parsed = parse("a." + named.getKey() + ".jsonl", bytes);
      assertEquals(List.of("masked " + text), parsed.values(TABLE, "body"), named.getKey());
    }
  }

  @Test
  void aBombIsSetAside() throws IOException {
    ParsedFile bomb = parse("a.jsonl.gz", gzip(new byte[100 << 20]));
    assertEquals(Reason.CORRUPT_FILE, bomb.summary().fault());
    byte[] dense = gzip(json("a", "同じ。").repeat(20_000).getBytes(UTF_8));
    assertNull(parse("b.jsonl.gz", dense).summary().fault());
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
    assertEquals(
        List.of("unparseable", "null"),
        parse("c.jsonl", (deep + json("a", "一")).getBytes(UTF_8)).reasons());
  }

  @Test
  void aGiantTextIsReadAndARecordBeyondTheLimitCostsItself() throws IOException {
    String ten = json("a", "あ".repeat(10 << 20 >> 1));
    String forty = json("b", "x".repeat(40 << 20));
    ParsedFile parsed = parse("a.jsonl", (ten + forty + json("c", "一")).getBytes(UTF_8));
    assertEquals(List.of("null", "too_large", "null"), parsed.reasons());
  }

  private ParsedFile parse(String name, byte[] bytes) throws IOException {
    return ParsedFile.of(Files.write(folder.resolve(name), bytes), TABLE);
  }

  private static String row(String id, String body) {
    return id + ",u,s,c,2026-10-01,\"" + body + "\"\r\n";
  }

  private static String json(String id, String body) {
    return """
        {"inquiry_id": "%s", "user_id": "u", "service": "s", "channel": "c", \
        "created_at": "2026-10-01", "body": "%s"}
        """
        .formatted(id, body);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
