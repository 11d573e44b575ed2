package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.koe.duckdb.DuckDb;
import io.koe.duckdb.DuckDbSql;
import io.koe.duckdb.TableOrder;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every table SQL computes, in DuckDB, on the given rows of each {@link SqlCase}. */
class DuckDbTablesTest {
  private static final TableCatalog CATALOG = TableCatalog.load();

  @TestFactory
  Stream<DynamicTest> givenRowsGiveExpectedRows() throws IOException {
    return SqlCase.tests(DuckDbTablesTest::check);
  }

  /** Also on nothing at all: there all tables and checks must at least be understood. */
  @Test
  void emptyInputsViolateNoCheck() {
    LocalDate date = LocalDate.of(2026, 10, 4);
    Map<String, Object> parameters =
        SqlParameters.of(new Night("test-run", date, date, Settings.defaults()));
    try (DuckDb duckDb = DuckDb.open()) {
      makeDeclared(duckDb);
      TableOrder.of(CATALOG, List.of())
          .forEach(t -> duckDb.execute(t.fileName(), DuckDbSql.table(t, parameters)));
      List<String> violated =
          CATALOG.checks().stream()
              .filter(c -> violations(duckDb, c, parameters) > 0)
              .map(TableCheck::file)
              .toList();
      assertEquals(List.of(), violated);
    }
  }

  private static long violations(DuckDb duckDb, TableCheck check, Map<String, Object> parameters) {
    String query = DuckDbSql.query(check.query(), parameters);
    return duckDb.number(check.file(), "select count(*) from (" + query + "\n)");
  }

  private static void check(SqlCase given) throws IOException {
    try (DuckDb duckDb = DuckDb.open()) {
      makeDeclared(duckDb);
      for (Map.Entry<String, Path> input : given.inputs().entrySet()) {
        read(duckDb, input.getKey(), CsvRows.lines(input.getValue()));
      }
      TableModel model = CATALOG.table(given.table());
      duckDb.execute(model.fileName(), DuckDbSql.table(model, given.parameters()));
      String columns =
          given.columns().stream()
              .map("coalesce(cast(columns('^%s$') as varchar), '')"::formatted)
              .collect(Collectors.joining(", "));
      List<String> actual =
          duckDb.rows(model.name(), "select " + columns + " from " + model.name()).stream()
              .map(r -> r.stream().map(CsvRows::cell).collect(Collectors.joining(",")))
              .sorted()
              .toList();
      assertEquals(given.expected(), String.join("\n", actual), "rows");
    }
  }

  private static void makeDeclared(DuckDb duckDb) {
    CATALOG.tables().stream()
        .filter(t -> !t.computedBySql())
        .forEach(t -> duckDb.execute(t.name(), DuckDbSql.empty(t)));
  }

  /** Makes a table of {@code column:type} headed rows, and a declared table's other columns. */
  private static void read(DuckDb duckDb, String table, List<String> lines) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String head : lines.get(0).split(",", -1)) {
      String[] pair = head.split(":", 2);
      types.put(pair[0], DuckDbSql.type(pair[1]));
    }
    Map<String, String> columns = new LinkedHashMap<>(types);
    if (CATALOG.has(table) && !CATALOG.table(table).computedBySql()) {
      TableColumn.of(CATALOG.table(table))
          .forEach(c -> columns.putIfAbsent(c.name(), DuckDbSql.type(c.type())));
    }
    duckDb.execute(
        table,
        columns.entrySet().stream()
            .map(c -> "\"" + c.getKey() + "\" " + c.getValue())
            .collect(
                Collectors.joining(
                    ", ", "create or replace temporary table \"" + table + "\" (", ")")));
    String rows = String.join("\n", lines.subList(1, lines.size()));
    for (CsvRecord row : CsvReader.builder().ofCsvRecord(rows)) {
      duckDb.execute(table, insert(table, types, row));
    }
  }

  private static String insert(String table, Map<String, String> types, CsvRecord row) {
    List<String> values = new ArrayList<>();
    types.values().forEach(type -> values.add(literal(row.getField(values.size()), type)));
    return "insert into \"%s\" (%s) values (%s)"
        .formatted(
            table,
            types.keySet().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            String.join(", ", values));
  }

  /** A time with a zone is put into Japan's, one without is Japan's. */
  private static String literal(String field, String type) {
    String text = "'" + field.replace("'", "''") + "'";
    if (field.isEmpty()) {
      return "null";
    }
    if (type.endsWith("[]")) {
      return "cast(string_split(%s, '|') as %s)".formatted(text, type);
    }
    return type.equals("timestamp")
        ? "cast(cast(" + text + " as timestamptz) as timestamp)"
        : "cast(" + text + " as " + type + ")";
  }
}
