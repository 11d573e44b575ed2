package io.koe.night;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.TableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTablesTest {
  private static final String TABLE = "landed_exposures";

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  @Test
  void aTableNobodyHasWrittenIsEmptyWithItsSchema() {
    RunTables tables = run("first", Optional.empty());
    assertEquals(0, tables.read(TABLE).count());
    assertEquals(
        List.of("exposure_date", "service", "platform", "measure", "value", "arrival_date"),
        List.of(tables.read(TABLE).columns()));
  }

  @Test
  void partitionsOfTheParentStayAndThoseWrittenReplace() {
    Path first = folder.resolve("first");
    run("first", Optional.empty()).write(TABLE, rows("2026-10-01", 1, "2026-10-02", 2));
    RunTables second = run("second", Optional.of(first));
    second.write(TABLE, rows("2026-10-02", 3, "2026-10-03", 4));
    assertEquals(
        List.of("2026-10-01 1.0", "2026-10-02 3.0", "2026-10-03 4.0"), values(second.read(TABLE)));
    assertEquals(
        List.of("2026-10-01 1.0", "2026-10-02 3.0", "2026-10-03 4.0"), values(spark.table(TABLE)));
  }

  @Test
  void aPartitionedTableWithoutRowsKeepsItsSchemaAndLaterRowsCount() {
    Path first = folder.resolve("first");
    run("first", Optional.empty()).write(TABLE, rows());
    assertTrue(hasParquet(first.resolve("restricted").resolve(TABLE)));
    RunTables second = run("second", Optional.of(first));
    assertEquals(0, second.read(TABLE).count());
    second.write(TABLE, rows("2026-10-02", 3));
    assertEquals(List.of("2026-10-02 3.0"), values(second.read(TABLE)));
  }

  @Test
  void aReplacedPartitionWithoutRowsIsGone() {
    Path first = folder.resolve("first");
    run("first", Optional.empty()).write(TABLE, rows("2026-10-01", 1, "2026-10-02", 2));
    RunTables second = run("second", Optional.of(first));
    second.write(TABLE, rows(), List.of(LocalDate.parse("2026-10-02")));
    assertEquals(List.of("2026-10-01 1.0"), values(second.read(TABLE)));
  }

  @Test
  void aMissingRequiredValueTripsItsGateAndAnyOtherFailureStaysItself() {
    List<String> required = List.of("exposure_date", "service", "measure", "value", "arrival_date");
    for (String column : required) {
      RunTables tables = run(column, Optional.empty());
      Dataset<Row> bad = rows("2026-10-01", 1).withColumn(column, lit(null));
      KoeException stopped = assertThrows(KoeException.class, () -> tables.write(TABLE, bad));
      assertEquals(ExitCode.CHECK_FAILED, stopped.exitCode());
      assertEquals("G2: a required value is missing: column " + column, stopped.getMessage());
      assertEquals(TABLE, stopped.where());
    }
    RunTables tables = run("optional", Optional.empty());
    tables.write(TABLE, rows("2026-10-01", 1));
    assertEquals(List.of("2026-10-01 1.0"), values(tables.read(TABLE)));
    RunTables broken = run("broken", Optional.empty());
    Dataset<Row> failing = rows("2026-10-01", 1).withColumn("value", expr("raise_error('other')"));
    assertThrows(SparkRuntimeException.class, () -> broken.write(TABLE, failing));
  }

  @Test
  void aTableIsWrittenOnce() {
    RunTables tables = run("first", Optional.empty());
    tables.write(TABLE, rows());
    assertThrows(IllegalStateException.class, () -> tables.write(TABLE, rows()));
  }

  @Test
  void severalTasksWriteOneFileAPartition() throws IOException {
    Map<String, String> settings =
        Map.of("spark.sql.shuffle.partitions", "3", "spark.sql.adaptive.enabled", "true");
    Map<String, String> before =
        settings.keySet().stream().collect(Collectors.toMap(k -> k, k -> spark.conf().get(k)));
    settings.forEach((key, value) -> spark.conf().set(key, value));
    try {
      Dataset<Row> topics =
          spark.sql(
              "select inquiry_id, 't1' as topic_id, 1d as weight, true as is_primary,"
                  + " null as model_date, created_date from values ('a', date'2026-10-01'),"
                  + " ('b', date'2026-10-02'), ('c', date'2026-10-01'), ('d', date'2026-10-02')"
                  + " as t(inquiry_id, created_date)");
      run("first", Optional.empty()).write("inquiry_topics", topics.repartition(3));
    } finally {
      before.forEach((key, value) -> spark.conf().set(key, value));
    }
    try (Stream<Path> files = Files.walk(folder.resolve("first/restricted/inquiry_topics"))) {
      assertEquals(2, files.filter(f -> f.toString().endsWith(".parquet")).count());
    }
  }

  private RunTables run(String name, Optional<Path> parent) {
    return new RunTables(spark, catalog, folder.resolve(name), parent);
  }

  private Dataset<Row> rows(Object... arrivalsAndValues) {
    StringBuilder values = new StringBuilder("(date'2026-01-01', 0d)");
    for (int i = 0; i < arrivalsAndValues.length; i += 2) {
      values.append(", (date'%s', %sd)".formatted(arrivalsAndValues[i], arrivalsAndValues[i + 1]));
    }
    return spark.sql(
        "select arrival_date exposure_date, 'mercari' service, null platform, 'listings' measure,"
            + " value, arrival_date from values "
            + values
            + " as t(arrival_date, value) where value > 0");
  }

  private static List<String> values(Dataset<Row> rows) {
    return rows.select("arrival_date", "value").collectAsList().stream()
        .map(r -> r.get(0) + " " + r.get(1))
        .sorted()
        .collect(Collectors.toList());
  }

  private static boolean hasParquet(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
