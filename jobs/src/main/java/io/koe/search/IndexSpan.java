package io.koe.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days of arrival that one Lucene index holds: a day, or a whole month that is over. Opening an
 * index costs a search more than looking into it, so a year is 12 of them and not 365.
 *
 * @param first its first day
 * @param last its last day
 */
record IndexSpan(LocalDate first, LocalDate last) implements Comparable<IndexSpan> {
  private static final Pattern DAY = Pattern.compile("day=(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern MONTH = Pattern.compile("month=(\\d{4}-\\d{2})");
  private static final Comparator<IndexSpan> ORDER =
      Comparator.comparing(IndexSpan::first).thenComparing(IndexSpan::last);

  static IndexSpan of(LocalDate day) {
    return new IndexSpan(day, day);
  }

  static IndexSpan of(YearMonth month) {
    return new IndexSpan(month.atDay(1), month.atEndOfMonth());
  }

  /** The indexes in a folder; none when it is not there. */
  static NavigableMap<IndexSpan, Path> in(Path folder) {
    NavigableMap<IndexSpan, Path> spans = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return spans;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children.forEach(
          child -> named(child.getFileName().toString()).ifPresent(span -> spans.put(span, child)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spans;
  }

  private static Optional<IndexSpan> named(String name) {
    Matcher day = DAY.matcher(name);
    if (day.matches()) {
      return Optional.of(of(LocalDate.parse(day.group(1))));
    }
    Matcher month = MONTH.matcher(name);
    return month.matches() ? Optional.of(of(YearMonth.parse(month.group(1)))) : Optional.empty();
  }

  boolean isDay() {
    return first.equals(last);
  }

  YearMonth month() {
    return YearMonth.from(first);
  }

  /** Whether it has a day of these. */
  boolean meets(LocalDate from, LocalDate to) {
    return !last.isBefore(from) && !first.isAfter(to);
  }

  Stream<LocalDate> days() {
    return first.datesUntil(last.plusDays(1));
  }

  /** Its folder's name. */
  String name() {
    return isDay() ? "day=" + first : "month=" + month();
  }

  @Override
  public int compareTo(IndexSpan other) {
    return ORDER.compare(this, other);
  }
}
