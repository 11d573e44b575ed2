package io.koe.duckdb;

import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables SQL computes, each after those it reads, as its statement says. */
public final class TableOrder {
  private static final Pattern READ =
      Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

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
    read(model).forEach(t -> place(t, path));
    placed.add(table);
  }

  /** Other tables a statement reads; a step of its own under a table's name is none. */
  private Collection<String> read(TableModel model) {
    Set<String> tables = new TreeSet<>();
    String statement = model.statement().replaceAll("--[^\n]*", "");
    READ.matcher(statement).results().map(m -> m.group(1)).forEach(tables::add);
    tables.removeIf(t -> t.equals(model.name()) || !catalog.has(t) || isStep(t, statement));
    return tables;
  }

  private static boolean isStep(String name, String statement) {
    return Pattern.compile("\\b" + name + "\\s+as\\s+(materialized\\s+)?\\(")
        .matcher(statement)
        .find();
  }
}
