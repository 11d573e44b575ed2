package io.koe.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days as printed. */
final class Days {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);

  private Days() {}

  /** {@code 2026年9月28日（月）}. */
  static String inFull(LocalDate day) {
    return day == null ? JapaneseNumbers.NONE : LONG.format(day) + weekday(day);
  }

  /** {@code 9月28日（月）}. */
  static String withWeekday(LocalDate day) {
    return day == null
        ? JapaneseNumbers.NONE
        : day.getMonthValue() + "月" + day.getDayOfMonth() + "日" + weekday(day);
  }

  /** {@code 9/28}, for an axis. */
  static String monthDay(LocalDate day) {
    return day.getMonthValue() + "/" + day.getDayOfMonth();
  }

  private static String weekday(LocalDate day) {
    return "（" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN) + "）";
  }
}
