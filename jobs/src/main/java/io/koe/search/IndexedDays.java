package io.koe.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The days of arrival an index holds. */
final class IndexedDays {
  static final String PREFIX = "arrival_date=";

  private IndexedDays() {}

  /** Each day's folder; none when there is no index. */
  static NavigableMap<LocalDate, Path> in(Path folder) {
    NavigableMap<LocalDate, Path> days = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return days;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(c -> c.getFileName().toString().startsWith(PREFIX))
          .forEach(c -> days.put(day(c), c));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return days;
  }

  private static LocalDate day(Path folder) {
    return LocalDate.parse(folder.getFileName().toString().substring(PREFIX.length()));
  }
}
