package io.koe.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.night.SqlFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every table SQL computes, in Spark, on the given rows of each {@link SqlCase}. */
class SqlTablesTest {
  private static final TableCatalog CATALOG = TableCatalog.load();

  @TestFactory
  Stream<DynamicTest> givenRowsGiveExpectedRows() throws IOException {
    return SqlCase.tests(SqlTablesTest::check);
  }

  @Test
  void everyTableOfSqlHasACase() {
    List<String> without =
        CATALOG.tables().stream()
            .filter(TableModel::computedBySql)
            .filter(t -> !Files.isDirectory(SqlCase.CASES.resolve(t.stage()).resolve(t.name())))
            .map(TableModel::name)
            .toList();
    assertEquals(List.of(), without, "tables without a case in " + SqlCase.CASES);
  }

  private static void check(SqlCase given) throws IOException {
    SparkSession spark = TestSpark.session();
    SqlFunctions.register(spark);
    CATALOG.tables().forEach(t -> spark.catalog().dropTempView(t.name()));
    CATALOG.tables().stream()
        .filter(t -> !t.computedBySql())
        .forEach(t -> CsvRows.empty(spark, t).createOrReplaceTempView(t.name()));
    for (Map.Entry<String, Path> input : given.inputs().entrySet()) {
      CsvRows.read(spark, input.getValue(), CATALOG, input.getKey())
          .createOrReplaceTempView(input.getKey());
    }
    spark.sql(CATALOG.table(given.table()).statement(), given.parameters());
    List<String> actual = CsvRows.render(spark.table(given.table()), given.columns());
    assertEquals(given.expected(), String.join("\n", actual), "rows");
  }
}
