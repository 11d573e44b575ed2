package io.koe.metrics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.duckdb.DuckDbEngine;
import io.koe.ingest.KnownRows;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.night.SqlEngine;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsStageTest {
  private static final LocalDate SATURDAY = LocalDate.parse("2026-10-03");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-10-04");
  private static final String LATE_REOPEN =
      "('late','q1',timestamp'2026-09-10 10:00:00','reopened','customer',date'2026-10-03')";
  private static final String LATE_MARK =
      "('mark','q2',timestamp'2026-10-04 10:00:00','marked_spam','agent',date'2026-10-04')";

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  private final List<SqlEngine> engines = new ArrayList<>();
  private boolean isBySpark;

  @TempDir private Path folder;

  @AfterEach
  void closeEngines() {
    engines.forEach(SqlEngine::close);
  }

  @Test
  void nightsRunOneByOneEqualABackfillAndSayWhatChanged() {
    nightsEqualABackfill();
  }

  /** As on a cluster; {@link MetricsPropertiesTest} holds both engines against each other. */
  @Test
  @Tag("endurance")
  void nightsRunOneByOneEqualABackfillAndSayWhatChangedBySpark() {
    isBySpark = true;
    nightsEqualABackfill();
  }

  private void nightsEqualABackfill() {
    run("saturday", Optional.empty(), SATURDAY, SATURDAY);
    RunTables nightly = run("sunday", Optional.of("saturday"), SUNDAY, SUNDAY);
    List<List<String>> byNight = published(nightly);
    RunTables backfill = run("backfill", Optional.empty(), SATURDAY, SUNDAY);

    assertEquals(published(backfill), byNight);
    assertEquals(
        List.of("[0,5]"),
        texts(
            backfill
                .read("metrics_weekly")
                .filter("metric_id = 'bot_involvement_rate' and service = 'all'")
                .filter("week_start_date = date'2026-08-31'")
                .select("numerator", "denominator")));
    assertEquals(
        List.of(
            "[contacts,day,2026-10-04,6.0,5.0]",
            "[contacts,week,2026-10-04,6.0,5.0]",
            "[durable_resolution_rate,day,2026-10-03,1.0,0.8333333333333334]",
            "[durable_resolution_rate,day,2026-10-04,0.8333333333333334,0.8]",
            "[durable_resolution_rate,week,2026-10-03,1.0,0.8333333333333334]",
            "[durable_resolution_rate,week,2026-10-04,0.8333333333333334,0.8]"),
        restated(backfill));
    assertChecksPass(
        backfill,
        new Night(
            "backfill",
            SATURDAY,
            SUNDAY,
            Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS)));
  }

  private RunTables run(String name, Optional<String> parent, LocalDate firstDate, LocalDate date) {
    RunTables tables =
        new RunTables(
            spark, catalog, folder.resolve(name), parent.map(folder::resolve), nextEngine());
    LocalDate from = parent.isEmpty() ? LocalDate.EPOCH : firstDate;
    tables.write("landed_inquiries", arrived(inquiries(), "landed_inquiries", from, date));
    tables.write("landed_inquiry_events", arrived(events(), "landed_inquiry_events", from, date));
    tables.write("landed_help_sessions", arrived(sessions(), "landed_help_sessions", from, date));
    Night night =
        new Night(
            name, firstDate, date, Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS));
    KnownRows.compute(tables, night);
    new MetricsStage().run(tables, night);
    return tables;
  }

  private Optional<SqlEngine> nextEngine() {
    if (isBySpark) {
      return Optional.empty();
    }
    engines.add(DuckDbEngine.start(catalog, 1));
    return Optional.of(engines.get(engines.size() - 1));
  }

  /** Six users' contacts of one day, one of a later week, and of six other users on a Monday. */
  private Dataset<Row> inquiries() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      rows.add("('q%d','u%d',timestamp'2026-09-08 09:00:00',date'2026-09-08')".formatted(i, i));
    }
    rows.add("('q7','u7',timestamp'2026-10-02 09:00:00',date'2026-10-03')");
    for (int i = 1; i <= 6; i++) {
      rows.add("('m%d','v%d',timestamp'2026-08-31 05:00:00',date'2026-08-31')".formatted(i, i));
    }
    return spark.sql(
        "select *, 'mercari' as service, 'form' as channel, '' as body from values "
            + String.join(",", rows)
            + " as t(inquiry_id, user_id, created_at, arrival_date)");
  }

  private Dataset<Row> events() {
    List<String> rows = new ArrayList<>(List.of(LATE_REOPEN, LATE_MARK));
    for (int i = 1; i <= 6; i++) {
      rows.add(
          "('e%d','q%d',timestamp'2026-09-08 12:00:00','resolved','agent',date'2026-09-08')"
              .formatted(i, i));
    }
    return spark.sql(
        "select * from values "
            + String.join(",", rows)
            + " as t(event_id, inquiry_id, occurred_at, event_type, actor_type, arrival_date)");
  }

  /**
   * A bot session of a Sunday that arrives five weeks late: the contact it led to is of the week
   * after, in which nothing else is new.
   */
  private Dataset<Row> sessions() {
    return spark.sql(
        "select *, 'mercari' as service, ended_at - interval 5 minute as started_at from values"
            + " ('s1','v1',timestamp'2026-08-30 22:05:00','bot',date'2026-10-04'),"
            + " ('s2','v2',timestamp'2026-08-31 22:05:00','guide',date'2026-08-31')"
            + " as t(session_id, user_id, ended_at, entry, arrival_date)");
  }

  private Dataset<Row> arrived(Dataset<Row> rows, String table, LocalDate from, LocalDate to) {
    Dataset<Row> whole = rows.filter(col("arrival_date").between(lit(from), lit(to)));
    List<String> given = Arrays.asList(rows.columns());
    for (StructField field : StructType.fromDDL(catalog.table(table).statement()).fields()) {
      if (!given.contains(field.name())) {
        whole = whole.withColumn(field.name(), lit(null).cast(field.dataType()));
      }
    }
    return whole;
  }

  private static List<List<String>> published(RunTables tables) {
    return List.of(
            "inquiry_states",
            "metrics_daily",
            "metrics_weekly",
            "restatements",
            "resolution_curves",
            "backlog_daily")
        .stream()
        .map(table -> texts(tables.read(table)))
        .toList();
  }

  private static List<String> restated(RunTables tables) {
    return texts(
        tables
            .read("restatements")
            .filter("service = 'all' and channel = 'all' and topic_id = 'all' and office = 'all'")
            .filter("metric_id in ('contacts', 'durable_resolution_rate')")
            .select("metric_id", "period", "restated_date", "old_value", "new_value"));
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private void assertChecksPass(RunTables tables, Night night) {
    for (String table :
        List.of(
            "inquiry_states",
            "metrics_weekly",
            "resolution_estimates",
            "resolution_curves",
            "backlog_daily",
            "self_resolution_cells")) {
      assertEquals(0, tables.violations(catalog.check(table).orElseThrow(), night), table);
    }
  }
}
