package io.koe.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.night.SqlEngine;
import io.koe.night.SqlParameters;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night's tables by DuckDB are files like Spark's, and Spark goes on from them. */
class DuckDbEngineTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 28);
  private static final String TABLE = "known_events";
  private static final String LANDED = "landed_inquiry_events";

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  @Test
  void tablesOfBothEnginesAreTheSameFilesForSpark() throws IOException {
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2)) {
      RunTables bySpark = night("spark", Optional.empty(), Optional.empty(), MONDAY);
      RunTables byDuckDb = night("duckdb", Optional.empty(), Optional.of(engine), MONDAY);
      assertEquals(schema(bySpark), schema(byDuckDb));
      assertEquals(rows(bySpark), rows(byDuckDb));
      assertEquals(files("spark"), files("duckdb"));
    }
  }

  @Test
  void partitionsOfTheParentStayAndThoseComputedReplaceWhicheverEngineMadeThem() {
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2);
        SqlEngine another = DuckDbEngine.start(catalog, 1)) {
      night("first", Optional.empty(), Optional.empty(), MONDAY);
      RunTables second =
          night("second", Optional.of("first"), Optional.of(engine), MONDAY.plusDays(7));
      assertEquals(4, rows(second).size());
      assertEquals(4, count(engine));
      RunTables third =
          night("third", Optional.of("second"), Optional.of(another), MONDAY.plusDays(8));
      assertEquals(6, rows(third).size());
      assertEquals(6, count(another));
    }
  }

  private static long count(SqlEngine engine) {
    try {
      return engine.count("test", "select * from " + TABLE, Map.of());
    } catch (SqlEngine.TooLargeException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyPublishedColumnHasOneTypeWhicheverEngineComputesIt()
      throws SqlEngine.TooLargeException {
    Map<String, Object> parameters = SqlParameters.of(at(MONDAY));
    Map<String, StructType> bySpark = new TreeMap<>();
    Map<String, StructType> byDuckDb = new TreeMap<>();
    // Its views of tables nobody has written yet have no rows, in both engines.
    tables("types", Optional.empty(), Optional.empty());
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2)) {
      for (TableModel table : TableOrder.of(catalog, List.of())) {
        spark.sql(table.statement(), parameters);
        StructType computed = spark.table(table.name()).schema();
        // Else each view's plan would hold those of all views before it.
        spark
            .createDataFrame(List.of(), computed.asNullable())
            .createOrReplaceTempView(table.name());
        engine.compute(table, parameters);
        if (table.place() != Place.INTERNAL) {
          bySpark.put(table.name(), types(computed));
          byDuckDb.put(
              table.name(),
              types(engine.write(table, folder.resolve("types").resolve(table.name()))));
        }
      }
    }
    assertTrue(bySpark.size() > 30);
    assertEquals(bySpark, byDuckDb);
  }

  /** Without comments, and whether Spark can tell that there is no null. */
  private static StructType types(StructType schema) {
    StructType types = new StructType();
    for (StructField field : schema.asNullable().fields()) {
      types = types.add(field.name(), field.dataType());
    }
    return types;
  }

  @Test
  void aTableWithoutRowsKeepsItsColumns() {
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2)) {
      RunTables tables = tables("empty", Optional.empty(), Optional.of(engine));
      compute(tables, MONDAY);
      assertEquals(0, tables.read(TABLE).count());
      assertTrue(Arrays.asList(tables.read(TABLE).columns()).contains("event_id"));
    }
  }

  @Test
  void aStepIsWrittenOnceSparkReadsIt() {
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2)) {
      RunTables tables = night("steps", Optional.empty(), Optional.of(engine), MONDAY);
      tables.compute("known_inquiries", at(MONDAY));
      tables.compute("business_days", at(MONDAY));
      Path step = folder.resolve("steps/internal/business_days");
      assertFalse(Files.exists(step));
      assertEquals(0, tables.read("business_days").count());
      assertTrue(Files.exists(step));
    }
  }

  /** Nothing of DuckDB's is written then, encrypted or not. */
  @Test
  void whatDoesNotFitIntoMemoryIsSparks() {
    try (DuckDb small = DuckDb.openInMemory(1)) {
      small.execute("settings", "set memory_limit = '2MB'");
      assertThrows(
          DuckDb.OutOfMemoryException.class,
          () ->
              small.execute(
                  "test",
                  "create table t as select i, md5(i::varchar) as m from range(1000000) r(i)"));
      RunTables tables = night("large", Optional.empty(), Optional.of(new Refusing()), MONDAY);
      assertEquals(2, rows(tables).size());
      assertEquals(
          0, tables.violations(catalog.check(LANDED).orElseThrow(), at(MONDAY)), "violations");
    }
  }

  /** Refuses everything as too large. */
  private static final class Refusing implements SqlEngine {
    @Override
    public void see(String table, Path files) {
      // It would refuse to read them.
    }

    @Override
    public void give(String step, String query) {
      // As above.
    }

    @Override
    public void compute(TableModel table, Map<String, Object> parameters) throws TooLargeException {
      throw new TooLargeException();
    }

    @Override
    public StructType write(TableModel table, Path to) throws TooLargeException {
      throw new TooLargeException();
    }

    @Override
    public long count(String name, String query, Map<String, Object> parameters)
        throws TooLargeException {
      throw new TooLargeException();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private RunTables tables(String name, Optional<String> parent, Optional<SqlEngine> engine) {
    return new RunTables(spark, catalog, folder.resolve(name), parent.map(folder::resolve), engine);
  }

  /** Two events arrive each night, and the known ones of its week are computed. */
  private RunTables night(
      String name, Optional<String> parent, Optional<SqlEngine> engine, LocalDate date) {
    RunTables tables = tables(name, parent, engine);
    tables.write(
        LANDED,
        spark
            .sql(
                "select concat(d, e) as event_id, 'q1' as inquiry_id, timestamp'%1$s 09:00:00' as"
                        .formatted(date)
                    + " occurred_at, 'resolved' as event_type, 'agent' as actor_type, null as office, null as agent_id, null as value, d as"
                    + " arrival_date from (select date'%1$s' as d, explode(array('a', 'b')) as e)"
                        .formatted(date))
            .to(declared(tables)));
    compute(tables, date);
    return tables;
  }

  private static StructType declared(RunTables tables) {
    return tables.declaredSchema(LANDED).asNullable();
  }

  private static void compute(RunTables tables, LocalDate date) {
    LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
    // Weeks before it stay as the parent has them.
    LocalDate changedFrom = tables.parent().isPresent() ? date : LocalDate.EPOCH;
    tables.compute(
        TABLE, new Night("test", date, date, changedFrom, Settings.defaults()), List.of(monday));
  }

  private static Night at(LocalDate date) {
    return new Night("test", date, date, Settings.defaults());
  }

  private static String schema(RunTables tables) {
    StructType schema = tables.read(TABLE).schema();
    assertEquals(
        List.of("week_start_date"),
        Stream.of(schema.fields())
            .filter(field -> field.getComment().isEmpty())
            .map(StructField::name)
            .toList());
    return schema.json();
  }

  private static List<String> rows(RunTables tables) {
    return tables.read(TABLE).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private List<String> files(String run) throws IOException {
    Path table = folder.resolve(run).resolve("restricted").resolve(TABLE);
    try (Stream<Path> files = Files.walk(table)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .map(file -> table.relativize(file.getParent()).toString())
          .sorted()
          .toList();
    }
  }
}
