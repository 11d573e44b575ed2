package io.koe.report.language;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days as printed. */
public final class Days {
  private final boolean isJapanese;
  private final String none;
  private final DateTimeFormatter inFull;

  Days(Language language, String none) {
    this.isJapanese = language == Language.JA;
    this.none = none;
    this.inFull =
        isJapanese
            ? DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN)
            : DateTimeFormatter.ofPattern("EEE, d MMM uuuu", Locale.ENGLISH);
  }

  /** {@code 2026年9月28日（月）}, {@code Mon, 28 Sep 2026}. */
  public String inFull(LocalDate day) {
    return day == null ? none : inFull.format(day) + (isJapanese ? weekday(day) : "");
  }

  /** {@code 9月28日（月）}, {@code Mon, 28 Sep}. */
  public String withWeekday(LocalDate day) {
    if (day == null) {
      return none;
    }
    return isJapanese
        ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日" + weekday(day)
        : DateTimeFormatter.ofPattern("EEE, d MMM", Locale.ENGLISH).format(day);
  }

  /** {@code 9/28} or {@code 28 Sep}, for an axis. */
  public String monthDay(LocalDate day) {
    return isJapanese
        ? day.getMonthValue() + "/" + day.getDayOfMonth()
        : DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
  }

  /** {@code 2026年9月28日（月）〜10月4日（日）}. */
  public String range(LocalDate first, LocalDate last) {
    return isJapanese
        ? inFull(first) + "〜" + withWeekday(last)
        : withWeekday(first) + " – " + inFull(last);
  }

  /** {@code 7/1〜9/20}, {@code 1 Jul – 20 Sep}: days of one year. */
  public String shortRange(LocalDate first, LocalDate last) {
    return monthDay(first) + (isJapanese ? "〜" : " – ") + monthDay(last);
  }

  private static String weekday(LocalDate day) {
    return "（" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN) + "）";
  }
}
