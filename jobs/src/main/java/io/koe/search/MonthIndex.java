package io.koe.search;

import io.koe.store.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;

/** Makes one index of the days of each month that is over. */
final class MonthIndex {
  private MonthIndex() {}

  /**
   * Merges the days in a folder, so that a month before the given day's is one index.
   *
   * @param newest the last night
   */
  static void mergeDays(Path folder, LocalDate newest) throws IOException {
    NavigableMap<YearMonth, List<Path>> months = new TreeMap<>();
    IndexSpan.in(folder)
        .forEach(
            (span, index) -> {
              if (span.isDay() && span.month().isBefore(YearMonth.from(newest))) {
                months.computeIfAbsent(span.month(), month -> new ArrayList<>()).add(index);
              }
            });
    for (Map.Entry<YearMonth, List<Path>> month : months.entrySet()) {
      merge(folder, IndexSpan.of(month.getKey()), month.getValue());
    }
  }

  private static void merge(Path folder, IndexSpan month, List<Path> days) throws IOException {
    Path draft = Files.createDirectories(folder.resolve("." + month.name()));
    List<Directory> inputs = new ArrayList<>();
    try (Directory directory = IndexDirectory.open(draft)) {
      for (Path day : days) {
        inputs.add(IndexDirectory.open(day));
      }
      try (IndexWriter writer = new IndexWriter(directory, DayIndex.settings())) {
        writer.addIndexes(inputs.toArray(Directory[]::new));
        writer.forceMerge(1);
      }
    } finally {
      for (Directory input : inputs) {
        input.close();
      }
    }
    Files.deleteIfExists(draft.resolve(IndexWriter.WRITE_LOCK_NAME));
    Files.move(draft, folder.resolve(month.name()), StandardCopyOption.ATOMIC_MOVE);
    for (Path day : days) {
      FileTree.delete(day);
    }
  }
}
