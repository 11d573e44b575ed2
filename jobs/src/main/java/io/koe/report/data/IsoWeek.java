package io.koe.report.data;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * An ISO 8601 week, Monday first, of Japan days: {@code 2026-W40} is 2026-09-28 to 2026-10-04.
 *
 * @param start its Monday
 */
public record IsoWeek(LocalDate start) implements Comparable<IsoWeek> {
  private static final DateTimeFormatter MONDAY =
      DateTimeFormatter.ISO_WEEK_DATE.withLocale(Locale.ROOT);

  public IsoWeek {
    if (start.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(start + " is not a Monday");
    }
  }

  /** Reads {@code 2026-W40}. */
  public static IsoWeek parse(String text) {
    try {
      return new IsoWeek(LocalDate.parse(text + "-1", MONDAY));
    } catch (DateTimeException e) {
      throw new KoeException(
          ExitCode.USAGE, "Not an ISO week: " + text, "--week", "Write it as 2026-W40.", e);
    }
  }

  public static IsoWeek containing(LocalDate day) {
    return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Its Sunday. */
  public LocalDate end() {
    return start.plusDays(6);
  }

  public IsoWeek minusWeeks(int weeks) {
    return new IsoWeek(start.minusWeeks(weeks));
  }

  /** {@code W40}, as charts and tables print it. */
  public String shortName() {
    return toString().substring(5);
  }

  @Override
  public int compareTo(IsoWeek other) {
    return start.compareTo(other.start);
  }

  @Override
  public String toString() {
    return MONDAY.format(start).substring(0, 8);
  }
}
