package io.koe.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every table of Koe, read from {@code sql/<stage>/*.sql|*.ddl|*.check.sql}, which the jar carries.
 */
public final class TableCatalog {
  private static final String CHECK = ".check.sql";
  private static final Pattern READ =
      Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

  private final Map<String, TableModel> tables;
  private final List<TableCheck> checks;

  private TableCatalog(Map<String, TableModel> tables, List<TableCheck> checks) {
    this.tables = tables;
    this.checks = checks;
  }

  /** Reads all files; throws {@link IllegalArgumentException} naming a file that is not in form. */
  public static TableCatalog load() {
    Map<String, TableModel> tables = new LinkedHashMap<>();
    List<TableCheck> checks = new ArrayList<>();
    for (SqlFiles.SqlFile file : SqlFiles.tables()) {
      if (file.name().endsWith(CHECK)) {
        checks.add(TableCheck.parse(file.name(), file.text()));
      } else if (file.name().endsWith(".sql") || file.name().endsWith(".ddl")) {
        TableModel model = TableModel.parse(file.folder(), file.name(), file.text());
        if (tables.put(model.name(), model) != null) {
          throw new IllegalArgumentException("two files in sql/ name the table " + model.name());
        }
      }
    }
    return new TableCatalog(tables, checks);
  }

  /** The table's model; throws when there is no such table. */
  public TableModel table(String name) {
    return Optional.ofNullable(tables.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no file in sql/ names a table " + name));
  }

  public boolean has(String name) {
    return tables.containsKey(name);
  }

  /** All tables, by stage and name. */
  public Collection<TableModel> tables() {
    return tables.values();
  }

  /** All checks, by stage and file. */
  public List<TableCheck> checks() {
    return Collections.unmodifiableList(checks);
  }

  /** The check of {@code <table>.check.sql}, if there is one. */
  public Optional<TableCheck> check(String table) {
    return checks.stream().filter(check -> check.file().equals(table + CHECK)).findFirst();
  }

  /**
   * Names of the other tables a table's statement reads, sorted; none for a table Java writes. A
   * step of the statement under a table's name is none.
   */
  public Set<String> tablesRead(TableModel table) {
    Set<String> read = new TreeSet<>();
    String statement = table.statement().replaceAll("--[^\n]*", "");
    READ.matcher(statement).results().map(m -> m.group(1)).forEach(read::add);
    read.removeIf(t -> t.equals(table.name()) || !has(t) || isStep(t, statement));
    return read;
  }

  /**
   * Names of tables that are words of a query, sorted; what only looks like a table's name, too.
   */
  public Set<String> tablesNamed(String query) {
    Set<String> named = new TreeSet<>(Arrays.asList(query.split("\\W+", -1)));
    named.removeIf(word -> !has(word));
    return named;
  }

  private static boolean isStep(String name, String statement) {
    return Pattern.compile("\\b" + name + "\\s+as\\s+(materialized\\s+)?\\(")
        .matcher(statement)
        .find();
  }
}
