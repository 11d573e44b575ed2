package io.koe.lineage;

import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the file of a table Java writes says of its columns, in lines of its header:
 *
 * <pre>
 * -- from: landed_inquiries                                       the tables
 * -- from inquiry_id, arrival_date: landed_inquiries.*            each the column of its own name
 * -- from terms: landed_inquiries.subject, landed_inquiries.body  computed from these
 * -- from *: emerging_daily.*                                     all columns, each its namesake
 * -- from model_date: nothing                                     of no column, such as the night
 * -- rows by: landed_inquiries.arrival_date                       what decides which rows there are
 * </pre>
 *
 * <p>Several lines of a column add up.
 *
 * @param tables the tables
 * @param values inputs of each column that has a line
 * @param rows columns that decide on rows
 */
record DeclaredLineage(
    NavigableSet<String> tables,
    NavigableMap<ColumnName, NavigableSet<ColumnName>> values,
    NavigableSet<ColumnName> rows) {
  private static final String FROM = "-- from";
  private static final String ROWS = "-- rows by:";
  private static final String NOTHING = "nothing";

  static DeclaredLineage of(TableModel table) {
    DeclaredLineage lineage =
        new DeclaredLineage(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
    List<String> columns = TableColumn.of(table).stream().map(TableColumn::name).toList();
    table
        .statement()
        .lines()
        .forEach(
            line -> {
              if (line.startsWith(ROWS)) {
                items(line.substring(ROWS.length()))
                    .forEach(input -> lineage.rows().add(input(input, "")));
              } else if (line.startsWith(FROM)) {
                lineage.add(table.name(), columns, line.substring(FROM.length()).split(":", 2));
              }
            });
    return lineage;
  }

  private void add(String table, List<String> columns, String[] line) {
    if (line[0].isBlank()) {
      items(line[1]).forEach(tables::add);
      return;
    }
    for (String column : line[0].strip().equals("*") ? columns : items(line[0]).toList()) {
      NavigableSet<ColumnName> inputs =
          values.computeIfAbsent(new ColumnName(table, column), name -> new TreeSet<>());
      items(line[1])
          .filter(input -> !input.equals(NOTHING))
          .forEach(input -> inputs.add(input(input, column)));
    }
  }

  private static Stream<String> items(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip);
  }

  /** {@code table.*} is the column of the same name. */
  private static ColumnName input(String text, String column) {
    String[] parts = text.split("\\.", 2);
    return new ColumnName(parts[0], parts[1].equals("*") ? column : parts[1]);
  }
}
