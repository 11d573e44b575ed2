package io.koe.sample;

import java.time.LocalDate;

/** Times as seconds of Japan time since 1970-01-01T00:00+09:00: Japan has one offset all year. */
final class JapanTime {
  static final long DAY = 86_400;
  static final long HOUR = 3_600;

  private JapanTime() {}

  static long day(long seconds) {
    return Math.floorDiv(seconds, DAY);
  }

  /** ISO 8601 with offset. */
  static String format(long seconds) {
    int ofDay = (int) Math.floorMod(seconds, DAY);
    StringBuilder text = new StringBuilder(25).append(LocalDate.ofEpochDay(day(seconds)));
    two(text.append('T'), ofDay / 3600);
    two(text.append(':'), ofDay / 60 % 60);
    two(text.append(':'), ofDay % 60);
    return text.append("+09:00").toString();
  }

  private static void two(StringBuilder text, int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }
}
