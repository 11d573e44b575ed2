package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import java.util.List;

/** A rate's line: value, interval, bounds, n, and whether it is final. */
final class RateRow {
  private RateRow() {}

  static List<DataTable.Column> columns(Context context, String first) {
    return List.of(
        context.words(first),
        context.number("estimate"),
        context.number("interval"),
        context.number("bounds"),
        context.number("n.column"),
        context.words("state"));
  }

  static DataTable.Row of(Context context, String name, TableRow row) {
    Numbers numbers = context.numbers();
    return DataTable.Row.of(
        Cell.of(name),
        context.cell(row, "value", numbers::percent),
        Cell.of(numbers.percentRange(row.number("ci_low"), row.number("ci_high"))),
        Cell.of(numbers.percentRange(row.number("value_low"), row.number("value_high"))),
        context.count(row, "denominator"),
        context.state(row));
  }
}
