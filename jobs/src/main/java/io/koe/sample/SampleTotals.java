package io.koe.sample;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a drop has, by table.
 *
 * @param tables counts by table name
 */
public record SampleTotals(Map<String, Count> tables) {

  /**
   * Rows of one table. A dirty row and a duplicate come beside the good row, never instead of it.
   *
   * @param rows all lines
   * @param dirty lines that have to be rejected
   * @param duplicates lines that repeat another
   */
  public record Count(long rows, long dirty, long duplicates) {
    private Count plus(Count other) {
      return new Count(rows + other.rows, dirty + other.dirty, duplicates + other.duplicates);
    }
  }

  static final SampleTotals NONE = new SampleTotals(Map.of());

  static SampleTotals of(String table, long rows, long dirty, long duplicates) {
    return new SampleTotals(Map.of(table, new Count(rows, dirty, duplicates)));
  }

  SampleTotals plus(SampleTotals other) {
    Map<String, Count> sum = new TreeMap<>(tables);
    other.tables.forEach((table, count) -> sum.merge(table, count, Count::plus));
    return new SampleTotals(sum);
  }

  /** All lines of all tables. */
  public long rows() {
    return tables.values().stream().mapToLong(Count::rows).sum();
  }
}
