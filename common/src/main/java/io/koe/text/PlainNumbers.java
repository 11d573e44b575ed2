package io.koe.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Numbers that identify nobody: amounts, thousands with commas, dates, decimals, versions,
 * counting.
 *
 * <pre>
 * 10,000,000   10000000円   2026-10-01   20261001   2019-2020   10/1 10/2   1.5   ver 10.0.19041
 * </pre>
 *
 * Known weakness: an eight-digit number that happens to be a date (an account number, say) stays
 * unless a cue beside it says otherwise.
 */
final class PlainNumbers {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  private PlainNumbers() {}

  /**
   * How many groups from {@code i} on form one plain number; 0 when the group at {@code i} is none.
   */
  static int at(String text, List<NumberGroup> run, int i) {
    int thousands = thousands(run, i);
    if (thousands > 1) {
      return thousands;
    }
    if (i + 2 < run.size() && isDate(run.get(i), run.get(i + 1), run.get(i + 2))) {
      return 3;
    }
    if (isVersion(text, run, i)) {
      return run.size() - i;
    }
    if (i + 1 < run.size()
        && (isMonthDay(run, i) || isDecimal(run, i) || isYears(run) || isRange(text, run))) {
      return 2;
    }
    NumberGroup group = run.get(i);
    return isCompactDate(group)
            || NumberContext.isAmount(text, group)
            || NumberContext.isErrorCode(text, group)
        ? 1
        : 0;
  }

  /** Whether the groups count up by one: 1 2 3 4 5 6 7. */
  static boolean isCounting(List<NumberGroup> groups) {
    for (int i = 1; i < groups.size(); i++) {
      if (groups.get(i).value() != groups.get(i - 1).value() + 1 || groups.get(i).length() > 3) {
        return false;
      }
    }
    return groups.size() > 2;
  }

  /** Whether the digits are all 0, as in 000-0000: a form that nobody filled in. */
  static boolean isBlank(List<NumberGroup> groups) {
    return groups.stream().allMatch(group -> group.digits().chars().allMatch(c -> c == '0'));
  }

  private static int thousands(List<NumberGroup> run, int i) {
    if (run.get(i).length() > 3 || run.get(i).digits().startsWith("0")) {
      return 0;
    }
    int n = 1;
    while (i + n < run.size()
        && run.get(i + n).separator().equals(",")
        && run.get(i + n).length() == 3) {
      n++;
    }
    return n;
  }

  private static boolean isDate(NumberGroup year, NumberGroup month, NumberGroup day) {
    return year.length() == 4
        && month.length() <= 2
        && day.length() <= 2
        && month.separator().length() == 1
        && "-/.".contains(month.separator())
        && day.separator().equals(month.separator())
        && isDay(year.value(), month.value(), day.value());
  }

  private static boolean isCompactDate(NumberGroup group) {
    return group.length() == 8
        && isDay(group.value() / 10000, group.value() / 100 % 100, group.value() % 100);
  }

  private static boolean isDay(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return false;
    }
    try {
      return LocalDate.of(year, month, day).getYear() == year;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isMonthDay(List<NumberGroup> run, int i) {
    return run.get(i + 1).separator().equals("/")
        && run.get(i).length() <= 2
        && run.get(i + 1).length() <= 2
        && run.get(i).isBetween(1, 31)
        && run.get(i + 1).isBetween(1, 31);
  }

  private static boolean isDecimal(List<NumberGroup> run, int i) {
    boolean dotAfter = i + 2 < run.size() && run.get(i + 2).separator().equals(".");
    boolean leadingZero = run.get(i).length() > 1 && run.get(i).digits().startsWith("0");
    return run.get(i + 1).separator().equals(".")
        && !run.get(i).separator().equals(".")
        && !dotAfter
        && !leadingZero
        && run.get(i).length() <= 4
        && run.get(i + 1).length() <= 3;
  }

  private static boolean isYears(List<NumberGroup> run) {
    return run.size() == 2
        && run.get(0).length() == 4
        && run.get(1).length() == 4
        && run.get(1).separator().length() == 1
        && run.get(0).isBetween(1950, 2039)
        && run.get(1).isBetween(1950, 2039);
  }

  /** From so many to so many: 800-1200円, 500-1000個. */
  private static boolean isRange(String text, List<NumberGroup> run) {
    return run.size() == 2
        && run.get(1).separator().equals("-")
        && run.get(0).length() <= 5
        && run.get(1).length() <= 5
        && !run.get(0).digits().startsWith("0")
        && run.get(0).value() < run.get(1).value()
        && NumberContext.isCounted(text, run.get(1).end());
  }

  private static boolean isVersion(String text, List<NumberGroup> run, int i) {
    if (i + 1 >= run.size() || !NumberContext.isVersion(text, run.get(i).start())) {
      return false;
    }
    for (int k = i + 1; k < run.size(); k++) {
      if (!run.get(k).separator().equals(".")) {
        return false;
      }
    }
    return true;
  }
}
