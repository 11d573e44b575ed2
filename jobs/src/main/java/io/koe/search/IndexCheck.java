package io.koe.search;

import io.koe.store.DuckDbConnections;
import io.koe.store.IndexFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;

/** Whether a snapshot's search index holds every row of {@code inquiry_tokens}, and no other. */
public final class IndexCheck {
  /**
   * What was found.
   *
   * @param rows indexed rows
   * @param days days of arrival indexed
   * @param unlike days on which index and table hold another number of rows
   */
  public record Outcome(long rows, int days, List<LocalDate> unlike) {}

  private IndexCheck() {}

  /** Counts both. */
  public static Outcome of(Path snapshot) {
    Map<LocalDate, Long> indexed = indexed(snapshot);
    Map<LocalDate, Long> tokenized = tokenized(snapshot);
    NavigableSet<LocalDate> days = new TreeSet<>(indexed.keySet());
    days.addAll(tokenized.keySet());
    List<LocalDate> unlike = new ArrayList<>(days);
    unlike.removeIf(d -> indexed.getOrDefault(d, 0L).equals(tokenized.getOrDefault(d, 0L)));
    long rows = indexed.values().stream().mapToLong(Long::longValue).sum();
    return new Outcome(rows, indexed.size(), unlike);
  }

  private static Map<LocalDate, Long> indexed(Path snapshot) {
    Map<LocalDate, Long> rows = new TreeMap<>();
    IndexSpan.in(IndexFolder.of(snapshot)).values().forEach(index -> count(index, rows));
    return rows;
  }

  private static void count(Path index, Map<LocalDate, Long> rows) {
    try (Directory directory = IndexDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      NumericDocValues days = MultiDocValues.getNumericValues(reader, DayIndex.ARRIVAL);
      while (days.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        rows.merge(LocalDate.ofEpochDay(days.longValue()), 1L, Long::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<LocalDate, Long> tokenized(Path snapshot) {
    String tokens =
        new SnapshotSql(snapshot).rows("restricted/inquiry_tokens", "arrival_date date");
    Map<LocalDate, Long> rows = new TreeMap<>();
    try (Connection connection = DuckDbConnections.open();
        Statement statement = connection.createStatement();
        ResultSet days =
            statement.executeQuery(
                "select cast(arrival_date as date), count(*) from " + tokens + " group by all")) {
      while (days.next()) {
        rows.put(days.getObject(1, LocalDate.class), days.getLong(2));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("inquiry_tokens cannot be counted", e);
    }
  }
}
