package io.koe.duckdb;

import io.koe.sql.Place;
import io.koe.sql.TableModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A published table against the one DuckDB has computed, row by row, within DuckDB.
 *
 * <p>Rows of the same key are compared column by column: fractions must be within 1e-9 of each
 * other, absolute below 1 and relative above, all else must be equal. {@link TableKey} finds the
 * key in the published rows; rows it leaves alike are paired in the order of their values.
 */
public final class TableComparison {
  private final DuckDb duckDb;
  private final TableModel table;
  private final String published;
  private final String computed;
  private final Map<String, String> types;
  private final List<String> key;
  private final String pairs;

  private TableComparison(DuckDb duckDb, TableModel table) {
    this.duckDb = duckDb;
    this.table = table;
    this.published = "published.\"" + table.name() + "\"";
    this.computed = "\"" + table.name() + "\"";
    this.types = types(published);
    TableKey rows = new TableKey(duckDb, published);
    this.key = rows.of(types);
    boolean isUnique = rows.tellsApart(key) && new TableKey(duckDb, computed).tellsApart(key);
    this.pairs = pairs(isUnique);
  }

  /** What differs; empty when nothing does. */
  public static List<TableDifference> of(DuckDb duckDb, TableModel table) {
    TableComparison comparison = new TableComparison(duckDb, table);
    Set<String> unlike = comparison.columnsOfOneAlone();
    return unlike.isEmpty()
        ? comparison.differences()
        : List.of(new TableDifference("columns of one alone: " + unlike, 0, "every row"));
  }

  private Map<String, String> types(String name) {
    Map<String, String> columns = new LinkedHashMap<>();
    duckDb.rows(name, "describe " + name).forEach(c -> columns.put(c.get(0), c.get(1)));
    return columns;
  }

  private Set<String> columnsOfOneAlone() {
    Set<String> expected = types(computed).keySet();
    Set<String> unlike = new TreeSet<>(types.keySet());
    unlike.addAll(expected);
    unlike.removeIf(c -> types.containsKey(c) && expected.contains(c));
    return unlike;
  }

  private List<TableDifference> differences() {
    Map<String, String> conditions = conditions();
    String counts =
        conditions.values().stream()
            .map("count(*) filter (where %s)"::formatted)
            .collect(Collectors.joining(", ", "select ", pairs));
    List<String> rows = duckDb.rows(table.name(), counts).get(0);
    List<TableDifference> found = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, String> condition : conditions.entrySet()) {
      long count = Long.parseLong(rows.get(at++));
      if (count > 0) {
        found.add(new TableDifference(condition.getKey(), count, firstKey(condition.getValue())));
      }
    }
    return found;
  }

  private Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("rows only published", "c.is_there is null");
    conditions.put("rows only computed", "p.is_there is null");
    types.forEach(
        (column, type) -> {
          if (!key.contains(column)) {
            conditions.put(column, "p.is_there and c.is_there and (" + differs(column, type) + ")");
          }
        });
    return conditions;
  }

  private static String differs(String column, String type) {
    boolean isFraction =
        type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL");
    String unequal = "p.\"%1$s\" is distinct from c.\"%1$s\"".formatted(column);
    return isFraction
        ? (unequal
                + " and coalesce(abs(cast(p.\"%1$s\" as double) - cast(c.\"%1$s\" as double))"
                + " > 1e-9 * greatest(1, abs(cast(p.\"%1$s\" as double))), true)")
            .formatted(column)
        : unequal;
  }

  /** Rows side by side; a row of one alone has nulls beside it. */
  private String pairs(boolean isUnique) {
    String on =
        key.stream()
            .map("p.\"%1$s\" is not distinct from c.\"%1$s\""::formatted)
            .collect(Collectors.joining(" and "));
    return " from (select *, true as is_there, %1$s as nth from %2$s) as p full join"
            .formatted(isUnique ? "1" : nth(), published)
        + " (select *, true as is_there, %1$s as nth from %2$s) as c on p.nth = c.nth%3$s"
            .formatted(isUnique ? "1" : nth(), computed, key.isEmpty() ? "" : " and " + on);
  }

  private String nth() {
    String partition = key.isEmpty() ? "" : "partition by " + list(key);
    return "row_number() over (%s order by %s)".formatted(partition, list(types.keySet()));
  }

  private static String list(java.util.Collection<String> columns) {
    return columns.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
  }

  private String firstKey(String condition) {
    if (key.isEmpty()) {
      return "its only row";
    }
    String values =
        key.stream().map(this::shown).collect(Collectors.joining(", ', ', ", "concat(", ")"));
    String order =
        key.stream()
            .map("coalesce(p.\"%1$s\", c.\"%1$s\")"::formatted)
            .collect(Collectors.joining(", "));
    return duckDb
        .rows(
            table.name(),
            "select %s %s where %s order by %s limit 1".formatted(values, pairs, condition, order))
        .get(0)
        .get(0);
  }

  /** Texts of a restricted table that are no ids might be a customer's. */
  private String shown(String column) {
    boolean isText = types.get(column).startsWith("VARCHAR") && !column.endsWith("_id");
    return table.place() != Place.SHARED && isText
        ? "'" + column + "=…'"
        : "'%1$s=', coalesce(cast(coalesce(p.\"%1$s\", c.\"%1$s\") as varchar), 'null')"
            .formatted(column);
  }
}
