package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
  private static final List<String> PIECES =
      List.of(
          "{", "}", "\"a\"", "\"b\"", "\"\"", ":", ",", " ", "1", "-0.5e+3", "01", "null", "true",
          "nul", "[", "]", "\\", "é", "\t", "\"", ".", "\r", "\u0000", "\u007f");

  private final PlainJson plain = new PlainJson();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"x y\",\"b\":1}",
        " {\"a\" : null , \"b\":true, \"c\": false}\r",
        "{\"n\": -1, \"m\": 0.50, \"k\": 1e9, \"j\": 12345678901234567890}",
        "{\"a\":\"<>&'/\u007f\"}"
      })
  void aPlainLineIsReadAsAnyOther(String line) throws RowFault {
    assertEquals(JsonLines.members(bytes(line)), plain.members(bytes(line)));
    assertNotNull(plain.members(bytes(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"a\":\"é\"}",
        "{\"a\":\"\\n\"}",
        "{\"a\":[1]}",
        "{\"a\":{}}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":nulL}",
        "{\"a\":1,}",
        "{\"a\":1} x",
        "{\"a\":1}{",
        "{a:1}",
        "{\"a\"",
        "{\"a\":\"x",
        "{\"a\":\"\t\"}"
      })
  void otherLinesAreLeftToTheParser(String line) {
    assertNull(plain.members(bytes(line)));
  }

  @Test
  void whatIsReadIsWhatTheParserReads() {
    Random random = new Random(3);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder line = new StringBuilder("{\"a\":");
      for (int k = random.nextInt(8); k >= 0; k--) {
        line.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      Map<String, Object> members = plain.members(bytes(line.toString()));
      if (members != null) {
        assertEquals(parsed(line.toString()), members, () -> "line: " + line);
      }
    }
  }

  private static Map<String, Object> parsed(String line) {
    try {
      return JsonLines.members(bytes(line));
    } catch (RowFault e) {
      return null;
    }
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
