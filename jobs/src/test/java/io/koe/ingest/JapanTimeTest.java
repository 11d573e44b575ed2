package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of time a row may have, and what is none. */
class JapanTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-07-10T11:15:16.920219Z, 2026-07-10T11:15:16.920219Z",
    "2026-07-10T20:15:16+09:00, 2026-07-10T11:15:16Z",
    "2026-07-10T06:15:16.5-05:30, 2026-07-10T11:45:16.500Z",
    "2026-07-10T20:15:16, 2026-07-10T11:15:16Z",
    "2026-07-10 20:15:16.123456789, 2026-07-10T11:15:16.123456789Z",
    "2026-07-31, 2026-07-30T15:00:00Z",
    "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
    "1951-05-06T12:00:00, 1951-05-06T02:00:00Z",
  })
  void theFormsOfAlmostEveryRowAreReadByTheirDigits(String text, Instant expected) {
    assertEquals(expected, PlainTime.parse(text.replace(' ', 'T')));
    assertEquals(expected, JapanTime.parse(text));
    assertEquals(expected, JapanTime.parseAnyForm(text.replace(' ', 'T')));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-10 20:15+0900, 2026-07-10T11:15:00Z",
    "2026-07-10T20:15:16+09, 2026-07-10T11:15:16Z",
    "2026-07-10T20:15, 2026-07-10T11:15:00Z",
    "2026-07-10T11:15:16+18:00, 2026-07-09T17:15:16Z",
    "2026-07-10T24:00:00Z, 2026-07-11T00:00:00Z",
    "2026-02-30, 2026-02-27T15:00:00Z",
  })
  void otherFormsAreReadToo(String text, Instant expected) {
    assertNull(PlainTime.parse(text));
    assertEquals(expected, JapanTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "1783682116",
        "",
        "2026-07-10T",
        "2026-07-10T20:15:16z",
        "2026-07-10T20:15:16+09:00x",
        "2026-07-10T20:15:16+19:00",
        "2026-07-10T20:60:00Z",
        "2026-13-01",
        "2026-07-32",
        "２０２６-07-10",
        "2026/07/10"
      })
  void anythingElseIsNoTime(String text) {
    assertNull(PlainTime.parse(text));
    assertThrows(DateTimeException.class, () -> JapanTime.parse(text));
  }
}
