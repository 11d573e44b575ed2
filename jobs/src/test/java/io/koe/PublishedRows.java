package io.koe;

import io.koe.query.PinnedTables;
import io.koe.query.QueryResult;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Every row of every table of a warehouse's newest night but those in which a run tells of itself.
 */
public final class PublishedRows {
  private static final Set<String> OWN =
      Set.of("runs", "data_checks", "input_tables", "input_files");

  private PublishedRows() {}

  /** By table, in an order of their own. */
  public static Map<String, String> texts(Path warehouse) {
    return of(warehouse, PublishedRows::text);
  }

  /** By table, their number and the sum of their hashes. */
  public static Map<String, String> hashes(Path warehouse) {
    return of(
        warehouse,
        (tables, table) ->
            tables
                .query("select concat(count(*), ' ', sum(hash(t))) from " + table + " t")
                .rows()
                .toString());
  }

  private static Map<String, String> of(
      Path warehouse, BiFunction<PinnedTables, String, String> rows) {
    Map<String, String> contents = new TreeMap<>();
    Warehouse published = Warehouse.published(warehouse);
    Path newest = published.snapshot(published.newest().orElseThrow());
    try (PinnedTables tables = PinnedTables.open(newest)) {
      for (String table : tables.tables()) {
        if (!OWN.contains(table)) {
          contents.put(table, rows.apply(tables, table));
        }
      }
    }
    return contents;
  }

  private static String text(PinnedTables tables, String table) {
    QueryResult rows = tables.query("select * from " + table);
    return rows.columns()
        + rows.rows().stream()
            .map(String::valueOf)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining("\n", "\n", ""));
  }
}
