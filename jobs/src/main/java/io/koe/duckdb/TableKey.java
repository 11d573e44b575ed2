package io.koe.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns that tell a table's rows apart, found in the rows: the first that do, without any that is
 * not needed. Fractions and yes-or-no columns are never part of it, so some rows may be left alike.
 */
final class TableKey {
  private static final Set<String> NO_KEY = Set.of("DOUBLE", "FLOAT", "BOOLEAN");

  private final DuckDb duckDb;
  private final String table;

  /**
   * @param table its name in SQL
   */
  TableKey(DuckDb duckDb, String table) {
    this.duckDb = duckDb;
    this.table = table;
  }

  /** The key, in the order of the columns; empty when there is at most one row. */
  List<String> of(Map<String, String> types) {
    List<String> key = new ArrayList<>();
    for (Map.Entry<String, String> column : types.entrySet()) {
      if (tellsApart(key)) {
        break;
      }
      if (!NO_KEY.contains(column.getValue())) {
        key.add(column.getKey());
      }
    }
    for (String column : List.copyOf(key)) {
      List<String> others = key.stream().filter(c -> !c.equals(column)).toList();
      if (tellsApart(others)) {
        key.remove(column);
      }
    }
    return key;
  }

  /** Whether no two rows have the same values in these columns. */
  boolean tellsApart(List<String> columns) {
    String values =
        columns.isEmpty()
            ? "true"
            : String.join(", ", columns.stream().map("\"%s\""::formatted).toList());
    String rows = "select count(*) from (select distinct %s from %s)".formatted(values, table);
    return duckDb.number(table, "select count(*) - (%s) from %s".formatted(rows, table)) == 0;
  }
}
