package io.koe.lineage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where columns come from.
 *
 * @param values the columns a column's value is computed from: of a table SQL computes as its query
 *     has it, none for a constant and for a count of rows; of a table Java writes as its file says
 * @param rows the columns that decide which rows there are and how they are grouped, in conditions,
 *     joins and groups
 * @param tables of a table Java writes: the tables it is made from, as its file says
 */
public record Lineage(
    NavigableMap<ColumnName, NavigableSet<ColumnName>> values,
    NavigableMap<String, NavigableSet<ColumnName>> rows,
    NavigableMap<String, NavigableSet<String>> tables) {

  /** The columns a column's value is computed from. */
  public NavigableSet<ColumnName> inputs(ColumnName column) {
    return values.getOrDefault(column, new TreeSet<>());
  }

  /** All columns on the way from the inputs to a column, itself first. */
  public Set<ColumnName> upstream(ColumnName column) {
    Set<ColumnName> seen = new LinkedHashSet<>();
    Deque<ColumnName> open = new ArrayDeque<>();
    open.add(column);
    while (!open.isEmpty()) {
      ColumnName next = open.remove();
      if (seen.add(next)) {
        open.addAll(inputs(next));
      }
    }
    return seen;
  }

  /** The tables a table is made from, by values, by rows, or as its file says. */
  public NavigableSet<String> tablesOf(String table) {
    NavigableSet<String> inputs = new TreeSet<>(tables.getOrDefault(table, new TreeSet<>()));
    rows.getOrDefault(table, new TreeSet<>()).forEach(c -> inputs.add(c.table()));
    for (Map.Entry<ColumnName, NavigableSet<ColumnName>> column : values.entrySet()) {
      if (column.getKey().table().equals(table)) {
        column.getValue().forEach(c -> inputs.add(c.table()));
      }
    }
    return inputs;
  }

  /** The described columns of a table, in order of name. */
  public NavigableSet<ColumnName> columns(String table) {
    return values.keySet().stream()
        .filter(c -> c.table().equals(table))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
