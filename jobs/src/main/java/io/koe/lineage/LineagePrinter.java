package io.koe.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Prints lineage for people, for programmes, and for a drawing (mermaid). */
public final class LineagePrinter {
  /** How. */
  public enum Format {
    TEXT,
    JSON,
    MERMAID
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lineage lineage;
  private final PrintWriter out;

  public LineagePrinter(Lineage lineage, PrintWriter out) {
    this.lineage = lineage;
    this.out = out;
  }

  /** All given tables: what each is made from. */
  public void tables(List<String> tables, Format format) {
    Map<String, NavigableSet<String>> inputs = new LinkedHashMap<>();
    tables.forEach(t -> inputs.put(t, lineage.tablesOf(t)));
    switch (format) {
      case TEXT -> inputs.forEach((t, from) -> out.printf("%s ← %s%n", t, list(from)));
      case JSON -> json(inputs, "table");
      case MERMAID -> mermaid(inputs);
    }
  }

  /** One table: what each of its columns is computed from, one step back. */
  public void table(String table, Format format) {
    Map<String, NavigableSet<ColumnName>> inputs = new LinkedHashMap<>();
    lineage.columns(table).forEach(c -> inputs.put(c.toString(), lineage.inputs(c)));
    switch (format) {
      case TEXT -> text(table, inputs);
      case JSON -> json(inputs, "column");
      case MERMAID -> mermaid(inputs);
    }
  }

  private void text(String table, Map<String, NavigableSet<ColumnName>> inputs) {
    if (inputs.isEmpty()) {
      out.printf("%s is written by Java, from: %s%n", table, list(lineage.tablesOf(table)));
      return;
    }
    inputs.forEach((column, from) -> out.printf("%s ← %s%n", column, list(from)));
    out.printf("%s: rows by ← %s%n", table, list(lineage.rows().get(table)));
  }

  /** One column: all the way back. */
  public void column(ColumnName column, Format format) {
    Map<String, NavigableSet<ColumnName>> inputs = new LinkedHashMap<>();
    lineage.upstream(column).forEach(c -> inputs.put(c.toString(), lineage.inputs(c)));
    switch (format) {
      case TEXT -> tree(column, "", new HashSet<>());
      case JSON -> json(inputs, "column");
      case MERMAID -> mermaid(inputs);
    }
  }

  private void tree(ColumnName column, String indent, Set<ColumnName> seen) {
    boolean isNew = seen.add(column);
    NavigableSet<ColumnName> inputs = lineage.inputs(column);
    NavigableSet<String> made = lineage.tables().getOrDefault(column.table(), new TreeSet<>());
    String note =
        !isNew && !inputs.isEmpty()
            ? " (above)"
            : made.isEmpty() || !inputs.isEmpty() ? "" : " ⇐ " + list(made);
    out.println(indent + column + note);
    if (isNew) {
      inputs.forEach(input -> tree(input, indent + "  ", seen));
    }
  }

  private static String list(NavigableSet<?> items) {
    return items == null || items.isEmpty()
        ? "(no column)"
        : String.join(", ", items.stream().map(Object::toString).toList());
  }

  private void json(Map<String, ? extends NavigableSet<?>> inputs, String key) {
    List<String> lines = new ArrayList<>();
    inputs.forEach(
        (name, from) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put(key, name);
          row.put("inputs", from.stream().map(Object::toString).toList());
          lines.add(text(row));
        });
    out.println("[\n" + String.join(",\n", lines) + "\n]");
  }

  private static String text(Map<String, Object> row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void mermaid(Map<String, ? extends NavigableSet<?>> inputs) {
    out.println("flowchart LR");
    inputs.forEach((name, from) -> from.forEach(input -> out.printf("  %s --> %s%n", input, name)));
  }
}
