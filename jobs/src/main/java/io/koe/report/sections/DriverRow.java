package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Sparkline;
import io.koe.stat.Wilson;
import java.util.List;

/** A driver's line: contacts, share, change, trend, and its resolution in the newest final week. */
final class DriverRow {
  private DriverRow() {}

  /** The table of some drivers; bars are as long as their share of the largest one. */
  static DataTable table(
      Context context, String id, String title, List<TableRow> rows, double largestShare) {
    return new DataTable(
        id,
        title,
        List.of(
            context.words("topic"),
            context.number("rank"),
            context.number("contacts"),
            context.number("share"),
            context.number("change"),
            DataTable.Column.trend(context.say("trend")),
            new DataTable.Column(
                context.name("metric", "durable_resolution_rate"),
                context.drivers().resolutionWeek(),
                DataTable.Kind.NUMBER),
            context.number("per.thousand"),
            context.words("state")),
        rows.stream().map(row -> of(context, row, largestShare)).toList());
  }

  static double largestShare(List<TableRow> rows) {
    return rows.stream()
        .mapToDouble(row -> row.number("share"))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  private static DataTable.Row of(Context context, TableRow row, double largest) {
    Numbers numbers = context.numbers();
    double change = row.number("change_from_previous_week");
    double share = row.number("share");
    return DataTable.Row.of(
        context.keys(row),
        context.topic(row),
        Cell.of(row.text("rank"), row.hidden("rank")),
        context.count(row, "contacts"),
        Cell.of(numbers.percent(share), share).withBar(share / largest),
        Cell.of(Double.isNaN(change) ? numbers.none() : numbers.signed(change), change)
            .withTone(change > 0 ? "worse" : change < 0 ? "better" : ""),
        Cell.trend(trend(context, row)),
        resolution(context, context.drivers().newestFinal(row)),
        context.cell(row, "contacts_per_1000", numbers::decimal),
        context.state(row));
  }

  private static Sparkline trend(Context context, TableRow row) {
    return Sparkline.of(
        context.drivers().contacts(row.text("service"), row.text("topic_id")),
        context.wording(),
        context.numbers()::count);
  }

  /** With its interval and n: in a final week every contact of the driver counts. */
  static Cell resolution(Context context, TableRow row) {
    if (!row.exists()) {
      return Cell.of(context.numbers().none());
    }
    Cell cell = context.cell(row, "durable_resolution_rate", context.numbers()::percent);
    double n = row.number("contacts");
    double rate = row.number("durable_resolution_rate");
    return Double.isNaN(rate) || !(n > 0)
        ? cell
        : cell.withSmall(
            context.numbers().percentRange(Wilson.low(rate * n, n), Wilson.high(rate * n, n))
                + " "
                + context.say("n", context.numbers().count(n)));
  }
}
