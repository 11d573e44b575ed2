package io.koe.metrics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.drivers.DriversStage;
import io.koe.duckdb.DuckDbEngine;
import io.koe.ingest.KnownRows;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.night.SqlEngine;
import io.koe.pipeline.DataChecks;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on any input; {@code -Dkoe.seeds=N} tries more of them. */
class MetricsPropertiesTest {
  private static final List<String> LANDED =
      List.of(
          "landed_inquiries",
          "landed_inquiry_events",
          "landed_inquiry_messages",
          "landed_help_sessions",
          "landed_exposures",
          "landed_transactions");

  /** Written whole: what a night knows of them does not depend on their rows' arrival. */
  private static final List<String> WHOLE = List.of("inquiry_topics", "topics", "releases");

  private static final Set<String> STAGES = Set.of("metrics", "drivers");
  private static final MathContext DIGITS = new MathContext(9);
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("koe.seeds", 1));
  }

  @AfterEach
  void resetSpark() {
    spark.conf().set(PARTITIONS, 1);
    spark.conf().set(ADAPTIVE, false);
  }

  /**
   * At once by Spark from shuffled rows in 16 partitions on two cores, or night by night by DuckDB:
   * the same rows of metrics and drivers.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void identitiesHoldAndNeitherOrderNorPartitionsNorNightsChangeARow(long seed) {
    RandomDrop drop = new RandomDrop(catalog, seed);
    LocalDate last = RandomDrop.LAST;
    LocalDate eve = last.minusDays(1);
    spark.conf().set(ADAPTIVE, true);
    RunTables bulk = run(drop, Optional.empty(), "bulk", Optional.empty(), eve, last, 16);
    Map<String, List<String>> expected = published(bulk);

    resetSpark();
    try (SqlEngine first = DuckDbEngine.start(catalog, 2);
        SqlEngine second = DuckDbEngine.start(catalog, 1)) {
      run(drop, Optional.of(first), "eve", Optional.empty(), eve, eve, 1);
      RunTables nights = run(drop, Optional.of(second), "last", Optional.of("eve"), last, last, 1);
      Night night =
          new Night(
              "last",
              last,
              last,
              last,
              Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS));
      assertEquals(Map.of(), violations(nights, night), "violated checks, seed " + seed);
      assertSame(expected, published(nights), "seed " + seed);
    }
  }

  private RunTables run(
      RandomDrop drop,
      Optional<SqlEngine> engine,
      String name,
      Optional<String> parent,
      LocalDate first,
      LocalDate last,
      int partitions) {
    spark.conf().set(PARTITIONS, partitions);
    RunTables tables =
        new RunTables(spark, catalog, folder.resolve(name), parent.map(folder::resolve), engine);
    LocalDate changedFrom = parent.isPresent() ? first : LocalDate.EPOCH;
    for (String table : LANDED) {
      tables.write(
          table,
          rows(drop, table, partitions)
              .filter(col("arrival_date").between(lit(changedFrom), lit(last))));
    }
    for (String table : WHOLE) {
      tables.write(table, rows(drop, table, partitions));
    }
    Night night =
        new Night(
            name,
            first,
            last,
            changedFrom,
            Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS));
    KnownRows.compute(tables, night);
    new MetricsStage().run(tables, night);
    new DriversStage().run(tables, night);
    return tables;
  }

  private Dataset<Row> rows(RandomDrop drop, String table, int partitions) {
    List<Row> rows = drop.rows(table);
    Collections.shuffle(rows, new Random(partitions));
    StructType schema = StructType.fromDDL(catalog.table(table).statement());
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }

  private Map<String, Long> violations(RunTables tables, Night night) {
    Map<String, Long> violations = new TreeMap<>();
    DataChecks.run(tables, night).stream()
        .filter(DataChecks.Result::isFailure)
        .forEach(r -> violations.put(r.check().file(), r.violations()));
    return violations;
  }

  /** What readers see. */
  private Map<String, List<String>> published(RunTables tables) {
    Map<String, List<String>> published = new TreeMap<>();
    for (TableModel table : catalog.tables()) {
      if (STAGES.contains(table.stage())
          && table.place() != Place.INTERNAL
          && tables.isThere(table.name())) {
        published.put(table.name(), texts(tables.read(table.name())));
      }
    }
    return published;
  }

  /** Fails with a few rows of each table that differs. */
  private static void assertSame(
      Map<String, List<String>> expected, Map<String, List<String>> actual, String how) {
    assertEquals(expected.keySet(), actual.keySet(), how);
    Map<String, String> differences = new TreeMap<>();
    expected.forEach(
        (table, rows) -> {
          List<String> missing = without(rows, actual.get(table));
          List<String> extra = without(actual.get(table), rows);
          if (!missing.isEmpty() || !extra.isEmpty()) {
            differences.put(table, "missing " + missing + " extra " + extra);
          }
        });
    assertEquals(Map.of(), differences, how);
  }

  private static List<String> without(List<String> rows, List<String> others) {
    Set<String> known = Set.copyOf(others);
    return rows.stream().filter(row -> !known.contains(row)).limit(5).toList();
  }

  /** The last digits of a sum of fractions depend on the engine. */
  private static String text(Row row) {
    StringJoiner values = new StringJoiner(",");
    for (int i = 0; i < row.length(); i++) {
      values.add(
          row.get(i) instanceof Double value && Double.isFinite(value)
              ? text(new BigDecimal(value))
              : String.valueOf(row.get(i)));
    }
    return values.toString();
  }

  /** As {@code koe check} compares fractions: absolute below 1, relative above. */
  private static String text(BigDecimal value) {
    boolean isSmall = value.abs().compareTo(BigDecimal.ONE) < 0;
    BigDecimal rounded =
        isSmall
            ? value.setScale(DIGITS.getPrecision(), RoundingMode.HALF_EVEN)
            : value.round(DIGITS);
    return rounded.stripTrailingZeros().toPlainString();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(MetricsPropertiesTest::text).sorted().toList();
  }
}
