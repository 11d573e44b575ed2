package io.koe.duckdb;

import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables SQL computes, each after those it reads, as its statement says. */
public final class TableOrder {
  private final TableCatalog catalog;
  private final Set<String> placed = new LinkedHashSet<>();

  private TableOrder(TableCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * All of them, stage by stage as far as what they read allows.
   *
   * @param stages the stages' names in the order of the night; tables of others come last
   */
  public static List<TableModel> of(TableCatalog catalog, List<String> stages) {
    TableOrder order = new TableOrder(catalog);
    catalog.tables().stream()
        .sorted(Comparator.comparing(t -> position(stages, t.stage())))
        .forEach(t -> order.place(t.name(), List.of()));
    return order.placed.stream().map(catalog::table).toList();
  }

  private static int position(List<String> stages, String stage) {
    int at = stages.indexOf(stage);
    return at < 0 ? stages.size() : at;
  }

  private void place(String table, List<String> readers) {
    TableModel model = catalog.table(table);
    if (!model.computedBySql() || placed.contains(table)) {
      return;
    }
    List<String> path = new ArrayList<>(readers);
    path.add(table);
    if (readers.contains(table)) {
      throw new IllegalArgumentException("tables read each other in a circle: " + path);
    }
    catalog.tablesRead(model).forEach(t -> place(t, path));
    placed.add(table);
  }
}
