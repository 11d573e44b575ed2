package io.koe.report.data;

import java.time.LocalDate;
import java.util.List;

/**
 * An optional input column without a value in any row that arrived in some days.
 *
 * @param table input table, such as {@code inquiries}
 * @param column its column
 * @param outputs what can't be told without it
 */
public record MissingColumn(String table, String column, String outputs) {

  /** Those of the days from first to last, by table and column. */
  public static List<MissingColumn> read(ReportTables tables, LocalDate first, LocalDate last) {
    return read(new ReportQueries(tables, IsoWeek.containing(last), first, last));
  }

  public static List<MissingColumn> read(ReportQueries queries) {
    return queries.rows("missing_columns").stream()
        .map(r -> new MissingColumn(r.text("table_name"), r.text("column_name"), r.text("outputs")))
        .toList();
  }
}
