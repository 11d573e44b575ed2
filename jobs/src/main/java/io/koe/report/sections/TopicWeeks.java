package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import java.util.List;

/** A topic's weeks: contacts, resolution with interval and n, reply time, whether final. */
final class TopicWeeks {
  private TopicWeeks() {}

  static DataTable table(Context context, String topicId, String label, TopicRows rows) {
    return new DataTable(
        "weeks-" + PageNames.anchor(topicId),
        label,
        List.of(
            context.words("week"),
            context.number("contacts"),
            DataTable.Column.number(context.name("metric", "durable_resolution_rate")),
            context.number("interval"),
            DataTable.Column.number(context.name("metric", "first_reply_hours_median")),
            context.words("state")),
        rows.weeks(topicId).stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    Numbers numbers = context.numbers();
    boolean hasBounds = row.isProvisional();
    return DataTable.Row.of(
        Cell.of(row.week().toString()),
        context.count(row, "contacts"),
        context.cell(row, "resolution", numbers::percent),
        Cell.of(
            hasBounds
                ? context.say(
                    "bounds.are",
                    numbers.percentRange(row.number("value_low"), row.number("value_high")))
                : numbers.percentRange(row.number("ci_low"), row.number("ci_high"))),
        context.cell(row, "first_reply_hours", numbers::hours),
        context.state(row));
  }
}
