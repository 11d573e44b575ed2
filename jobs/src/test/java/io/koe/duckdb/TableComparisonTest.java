package io.koe.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableComparisonTest {
  private static final TableModel SHARED = TableCatalog.load().table("definitions");
  private static final TableModel RESTRICTED = TableCatalog.load().table("term_counts_daily");
  private static final String ROWS =
      "select * from (values (date '2026-10-03', 'a', 1.0e0), (date '2026-10-04', 'a', 2e12),"
          + " (date '2026-10-04', 'b', null)) as t(day_date, name, value)";

  private final DuckDb duckDb = DuckDb.open();

  @BeforeEach
  void publish() {
    duckDb.execute("test", "create schema published");
  }

  @AfterEach
  void close() {
    duckDb.close();
  }

  @Test
  void theSameRowsInAnotherOrderAreEqual() {
    assertEquals(
        List.of(), differences(SHARED, ROWS + " order by 1, 2", ROWS + " order by 2 desc, 1"));
  }

  @Test
  void aFractionMayBeABillionthOff() {
    String near = "select day_date, name, value * (1 + 0.9e-9) as value from (" + ROWS + ")";
    String off = "select day_date, name, value * (1 + 1.1e-9) as value from (" + ROWS + ")";
    assertEquals(List.of(), differences(SHARED, ROWS, near));
    assertEquals(
        List.of(new TableDifference("value", 2, "day_date=2026-10-03, name=a")),
        differences(SHARED, ROWS, off));
  }

  @Test
  void aNullIsNoNumber() {
    String filled = "select day_date, name, coalesce(value, 0) as value from (" + ROWS + ")";
    assertEquals(
        List.of(new TableDifference("value", 1, "day_date=2026-10-04, name=b")),
        differences(SHARED, ROWS, filled));
  }

  @Test
  void aRowOfOneAloneIsFound() {
    String fewer = "select * from (" + ROWS + ") where name = 'a'";
    assertEquals(
        List.of(new TableDifference("rows only published", 1, "day_date=2026-10-04, name=b")),
        differences(SHARED, ROWS, fewer));
    assertEquals(
        List.of(new TableDifference("rows only computed", 1, "day_date=2026-10-04")),
        differences(SHARED, fewer, ROWS));
  }

  @Test
  void rowsOfTheSameKeyArePaired() {
    String twice = "select * from (" + ROWS + ") union all " + ROWS;
    assertEquals(List.of(), differences(SHARED, twice, twice));
    assertEquals(
        List.of(new TableDifference("rows only computed", 3, "day_date=2026-10-03, name=a")),
        differences(SHARED, ROWS, twice));
  }

  @Test
  void emptyTablesAreEqualAndOneRowNeedsNoKey() {
    String none = ROWS + " where false";
    String one = ROWS + " where name = 'b'";
    assertEquals(List.of(), differences(SHARED, none, none));
    assertEquals(
        List.of(new TableDifference("rows only computed", 1, "its only row")),
        differences(SHARED, none, one));
  }

  @Test
  void anotherColumnIsADifference() {
    assertEquals(
        List.of(new TableDifference("columns of one alone: [more, value]", 0, "every row")),
        differences(SHARED, ROWS, "select day_date, name, 1 as more from (" + ROWS + ")"));
  }

  @Test
  void aRestrictedTablesTextsAreNotShown() {
    String other = "select day_date, name, 3e0 as value from (" + ROWS + ")";
    assertEquals(
        List.of(new TableDifference("value", 3, "day_date=2026-10-03, name=…")),
        differences(RESTRICTED, ROWS, other));
  }

  private List<TableDifference> differences(TableModel table, String published, String computed) {
    duckDb.execute(
        "test", "create or replace table published." + table.name() + " as " + published);
    duckDb.execute("test", "create or replace temporary table " + table.name() + " as " + computed);
    return TableComparison.of(duckDb, table);
  }
}
