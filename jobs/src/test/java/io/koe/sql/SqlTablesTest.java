package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlFunctions;
import io.koe.night.SqlParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every table SQL computes, on given rows: {@code src/test/resources/sql/<stage>/<table>/<case>/}
 * holds one {@code <input>.csv} per input table, {@code expected.csv}, and optionally {@code
 * parameters.csv} (name,value; at least run_date when the default of 2026-10-04 won't do).
 *
 * <p>The first line of an input is {@code column:type,…}; an empty field is null, an array's items
 * are separated by {@code |}. Columns a declared table has and the file does not are null; declared
 * tables without a file are empty. Expected rows name the columns they look at, in any row order;
 * numbers are compared to 9 digits.
 */
class SqlTablesTest {
  private static final Path CASES = Path.of("src/test/resources/sql");
  private static final TableCatalog CATALOG = TableCatalog.load();

  @TestFactory
  Stream<DynamicTest> givenRowsGiveExpectedRows() throws IOException {
    String only = System.getProperty("koe.table", "");
    try (Stream<Path> paths = Files.walk(CASES, 3)) {
      return paths
          .filter(p -> CASES.relativize(p).getNameCount() == 3)
          .filter(p -> only.isEmpty() || only.equals(p.getParent().getFileName().toString()))
          .sorted()
          .map(p -> DynamicTest.dynamicTest(CASES.relativize(p).toString(), () -> check(p)))
          .toList()
          .stream();
    }
  }

  @Test
  void everyTableOfSqlHasACase() {
    List<String> without =
        CATALOG.tables().stream()
            .filter(TableModel::computedBySql)
            .filter(t -> !Files.isDirectory(CASES.resolve(t.stage()).resolve(t.name())))
            .map(TableModel::name)
            .toList();
    assertEquals(List.of(), without, "tables without a case in " + CASES);
  }

  private static void check(Path folder) throws IOException {
    SparkSession spark = TestSpark.session();
    SqlFunctions.register(spark);
    CATALOG.tables().forEach(t -> spark.catalog().dropTempView(t.name()));
    CATALOG.tables().stream()
        .filter(t -> !t.computedBySql())
        .forEach(t -> CsvRows.empty(spark, t).createOrReplaceTempView(t.name()));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        if (!name.equals("expected") && !name.equals("parameters")) {
          CsvRows.read(spark, file, CATALOG, name).createOrReplaceTempView(name);
        }
      }
    }
    TableModel model = CATALOG.table(folder.getParent().getFileName().toString());
    spark.sql(model.statement(), parameters(folder));
    List<String> expected = CsvRows.lines(folder.resolve("expected.csv"));
    assertTrue(!expected.isEmpty(), "expected.csv is empty");
    List<String> columns = List.of(expected.get(0).split(",", -1));
    List<String> actual = CsvRows.render(spark.table(model.name()), columns);
    assertEquals(
        String.join("\n", CsvRows.normalised(expected)), String.join("\n", actual), "rows");
  }

  private static Map<String, Object> parameters(Path folder) throws IOException {
    Map<String, Object> given = new TreeMap<>();
    if (Files.exists(folder.resolve("parameters.csv"))) {
      for (String line : CsvRows.lines(folder.resolve("parameters.csv"))) {
        String[] pair = line.split(",", 2);
        given.put(pair[0], pair[1]);
      }
    }
    LocalDate date = LocalDate.parse(given.getOrDefault("run_date", "2026-10-04").toString());
    LocalDate first = LocalDate.parse(given.getOrDefault("first_date", date).toString());
    Map<String, Object> all =
        SqlParameters.of(new Night("test-run", first, date, Settings.defaults()));
    given.forEach((name, value) -> all.computeIfPresent(name, (n, old) -> like(old, value)));
    return all;
  }

  private static Object like(Object old, Object value) {
    String text = value.toString();
    if (old instanceof LocalDate) {
      return LocalDate.parse(text);
    }
    if (old instanceof Integer) {
      return Integer.valueOf(text);
    }
    return old instanceof Double ? Double.valueOf(text) : text;
  }
}
