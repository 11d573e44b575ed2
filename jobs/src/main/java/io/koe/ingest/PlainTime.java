package io.koe.ingest;

import io.koe.night.Night;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Reads the forms of time almost every row has by their digits; {@link JapanTime} reads the others,
 * ten times slower.
 *
 * <pre>
 * 2026-07-10T20:15:16.92+09:00, 2026-07-10T11:15:16Z → a point in time
 * 2026-07-10T20:15:16, 2026-07-10                    → the same in Japan
 * 2026-07-10T20:15Z, 2026-02-30, yesterday           → null: for JapanTime to read or refuse
 * </pre>
 */
final class PlainTime {
  private final String text;
  private int at;

  private PlainTime(String text) {
    this.text = text;
  }

  /** The point in time, or null when the text has another form. */
  static Instant parse(String text) {
    return new PlainTime(text).instant();
  }

  private Instant instant() {
    int year = number(4, 1, 9999);
    int month = next('-') ? number(2, 1, 12) : -1;
    int day = next('-') ? number(2, 1, 31) : -1;
    if (year < 1 || month < 1 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (isEnd()) {
      return date.atStartOfDay(Night.JAPAN).toInstant();
    }
    int hour = next('T') ? number(2, 0, 23) : -1;
    int minute = next(':') ? number(2, 0, 59) : -1;
    int second = next(':') ? number(2, 0, 59) : -1;
    int nanos = isAt('.') ? fraction() : 0;
    return hour < 0 || minute < 0 || second < 0 || nanos < 0
        ? null
        : withOffset(date.atTime(hour, minute, second, nanos));
  }

  private Instant withOffset(LocalDateTime local) {
    if (isEnd()) {
      return local.atZone(Night.JAPAN).toInstant();
    }
    if (next('Z')) {
      return isEnd() ? local.toInstant(ZoneOffset.UTC) : null;
    }
    int sign = isAt('-') ? -1 : 1;
    int hours = next('+') || next('-') ? number(2, 0, 17) : -1;
    int minutes = next(':') ? number(2, 0, 59) : -1;
    return hours < 0 || minutes < 0 || !isEnd()
        ? null
        : local.toInstant(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)));
  }

  /** Nanoseconds of one to nine decimals, or -1. */
  private int fraction() {
    at++;
    int nanos = 0;
    int digits = 0;
    for (; digits < 9 && !isEnd() && isDigit(text.charAt(at)); digits++) {
      nanos = nanos * 10 + text.charAt(at++) - '0';
    }
    for (int missing = digits; missing < 9; missing++) {
      nanos *= 10;
    }
    return digits == 0 ? -1 : nanos;
  }

  /** A number of so many digits, or -1 when there is none in its range. */
  private int number(int digits, int least, int most) {
    int number = 0;
    for (int i = 0; i < digits; i++, at++) {
      if (isEnd() || !isDigit(text.charAt(at))) {
        return -1;
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number < least || number > most ? -1 : number;
  }

  private boolean next(char expected) {
    boolean isThere = isAt(expected);
    at += isThere ? 1 : 0;
    return isThere;
  }

  private boolean isAt(char expected) {
    return !isEnd() && text.charAt(at) == expected;
  }

  private boolean isEnd() {
    return at >= text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
