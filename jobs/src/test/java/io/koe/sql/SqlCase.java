package io.koe.sql;

import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Given rows and the rows to expect of a table: {@code
 * src/test/resources/sql/<stage>/<table>/<case>/} holds one {@code <input>.csv} per input table,
 * {@code expected.csv}, and optionally {@code parameters.csv} (name,value; at least run_date when
 * the default of 2026-10-04 won't do).
 *
 * <p>The first line of an input is {@code column:type,…}; an empty field is null, an array's items
 * are separated by {@code |}. Columns a declared table has and the file does not are null; declared
 * tables without a file are empty. Expected rows name the columns they look at, in any row order;
 * numbers are compared to 9 digits.
 *
 * @param folder the case's
 */
record SqlCase(Path folder) {
  static final Path CASES = Path.of("src/test/resources/sql");

  /** A test of each case, or of those of some tables with {@code -Dkoe.table=}, commas between. */
  static Stream<DynamicTest> tests(ThrowingConsumer<SqlCase> test) throws IOException {
    List<String> only = List.of(System.getProperty("koe.table", "").split(","));
    try (Stream<Path> paths = Files.walk(CASES, 3)) {
      return paths
          .filter(p -> CASES.relativize(p).getNameCount() == 3)
          .filter(p -> only.contains("") || only.contains(p.getParent().getFileName().toString()))
          .sorted()
          .map(
              p ->
                  DynamicTest.dynamicTest(
                      CASES.relativize(p).toString(), () -> test.accept(new SqlCase(p))))
          .toList()
          .stream();
    }
  }

  String table() {
    return folder.getParent().getFileName().toString();
  }

  /** The files of rows by table. */
  Map<String, Path> inputs() throws IOException {
    Map<String, Path> inputs = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(f -> inputs.put(f.getFileName().toString().replace(".csv", ""), f));
    }
    inputs.remove("expected");
    inputs.remove("parameters");
    return inputs;
  }

  /** The columns the expected rows name. */
  List<String> columns() throws IOException {
    return List.of(CsvRows.lines(folder.resolve("expected.csv")).get(0).split(",", -1));
  }

  /** The expected rows, one a line. */
  String expected() throws IOException {
    return String.join("\n", CsvRows.normalised(CsvRows.lines(folder.resolve("expected.csv"))));
  }

  Map<String, Object> parameters() throws IOException {
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
        SqlParameters.of(
            new Night(
                "test-run",
                first,
                date,
                Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS)));
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
