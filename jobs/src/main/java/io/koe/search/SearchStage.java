package io.koe.search;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import io.koe.store.FileTree;
import io.koe.store.IndexFolder;
import io.koe.store.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The search index of every day of arrival, from {@code inquiry_tokens}: the terms of masked text,
 * and no text. Days and months without a night of this run are hard links to what the parent has;
 * what the parent lacks is indexed now, a day as one task's work. Then the days of months that are
 * over become one index each.
 */
public final class SearchStage implements Stage {
  private static final String TOKENS = "inquiry_tokens";
  private static final String DAY = "arrival_date";

  @Override
  public String name() {
    return "search";
  }

  @Override
  public void run(RunTables tables, Night night) {
    Path folder = IndexFolder.of(tables.staging());
    NavigableMap<IndexSpan, Path> kept = new TreeMap<>();
    tables.parent().map(IndexFolder::of).map(IndexSpan::in).ifPresent(kept::putAll);
    kept.keySet().removeIf(span -> span.meets(night.firstDate(), night.date()));
    link(kept.values(), folder);
    days(tables, kept.keySet()).foreachPartition(write(folder.toString()));
    try {
      MonthIndex.mergeDays(folder, night.date());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Collection<Path> indexes, Path folder) {
    try {
      for (Path index : indexes) {
        FileTree.link(index, folder.resolve(index.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A day's rows in one partition and together, by inquiry. */
  private static Dataset<Row> days(RunTables tables, Collection<IndexSpan> kept) {
    return tables
        .read(TOKENS)
        .where(not(col(DAY).isin(kept.stream().flatMap(IndexSpan::days).toArray())))
        .select(DAY, "inquiry_id", "created_date", "terms")
        .repartition(col(DAY))
        .sortWithinPartitions(DAY, "inquiry_id");
  }

  private static ForeachPartitionFunction<Row> write(String folder) {
    return rows -> write(rows, Storage.path(folder));
  }

  private static void write(Iterator<Row> rows, Path folder) throws IOException {
    DayIndex day = null;
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        LocalDate arrival = IndexedInquiry.date(row.get(0));
        if (day == null || !day.arrival().equals(arrival)) {
          if (day != null) {
            day.finish();
          }
          day = new DayIndex(folder, arrival);
        }
        day.add(IndexedInquiry.of(row));
      }
      if (day != null) {
        day.finish();
      }
    } finally {
      if (day != null) {
        day.close();
      }
    }
  }
}
