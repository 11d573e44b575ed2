package io.koe.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlParameters;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbSqlTest {
  private static final TableCatalog CATALOG = TableCatalog.load();
  private static final LocalDate DATE = LocalDate.of(2026, 10, 4);
  private static final Map<String, Object> PARAMETERS =
      SqlParameters.of(new Night("it's a run", DATE, DATE, Settings.defaults()));

  @Test
  void aViewBecomesATableWithoutComments() {
    String sql = DuckDbSql.table(CATALOG.table("contact_drivers_weekly"), PARAMETERS);
    assertTrue(sql.contains("create or replace table contact_drivers_weekly ("), sql);
    assertFalse(sql.contains("comment '"), sql);
    // A quote within a comment is doubled.
    assertFalse(sql.contains("own terms"), sql);
  }

  @Test
  void parametersAreLiteralsAndCastsStay() {
    assertEquals(
        "select 'it''s a run', date '2026-10-04', 168 * 2, cast(0.1 as double), '1'::int, :other",
        DuckDbSql.query(
            "select :run_id, :run_date, :horizon_hours * 2, :false_discovery_rate, '1'::int, :other",
            PARAMETERS));
  }

  @ParameterizedTest
  @CsvSource({
    "string, varchar",
    "array<string>, varchar[]",
    "array<double>, double[]",
    "binary, blob",
    "bigint, bigint"
  })
  void typesAreDuckDbs(String spark, String duckDb) {
    assertEquals(duckDb, DuckDbSql.type(spark));
  }

  @Test
  void everyTableComesOnceAndAfterThoseItReads() {
    List<String> order =
        TableOrder.of(CATALOG, List.of("ingest", "metrics")).stream()
            .map(TableModel::name)
            .toList();
    List<String> all = new ArrayList<>(order);
    all.sort(null);
    assertEquals(
        CATALOG.tables().stream()
            .filter(TableModel::computedBySql)
            .map(TableModel::name)
            .sorted()
            .toList(),
        all);
    assertTrue(order.indexOf("inquiry_states_as_of") < order.indexOf("inquiry_states"), "states");
    assertTrue(order.indexOf("inquiry_states") < order.indexOf("driver_contacts"), "contacts");
    assertEquals("inquiries", order.get(0));
  }

  /** Their rows are in no file: a new one needs its query in PublishedViews. */
  @Test
  void whatJavaHandsOnWithoutWritingItIsKnown() {
    List<String> unknown =
        CATALOG.tables().stream()
            .filter(t -> !t.computedBySql() && t.place() == Place.INTERNAL)
            .map(TableModel::name)
            .filter(name -> !name.endsWith("_before"))
            .filter(name -> !PublishedViews.STEPS.containsKey(name))
            .toList();
    assertEquals(List.of(), unknown);
  }

  @Test
  void anErrorAboutTheSqlIsToldAndOneAboutARowIsNot() {
    try (DuckDb duckDb = DuckDb.open()) {
      KoeException sql =
          assertThrows(KoeException.class, () -> duckDb.execute("a.sql", "select nothing_there"));
      assertEquals("a.sql", sql.where());
      assertTrue(sql.getMessage().contains("nothing_there"), sql.getMessage());
      KoeException row =
          assertThrows(
              KoeException.class,
              () -> duckDb.execute("a.sql", "select cast(lower('My Words') as int)"));
      assertEquals("DuckDB cannot compute this: Conversion Error", row.getMessage());
      assertEquals(null, row.getCause());
    }
  }
}
