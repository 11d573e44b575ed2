package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.List;

/** Which topics pull the resolution rate down, and which hold it up. */
final class ImpactsSection {
  private ImpactsSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("topic_impacts");
    return new Section(
        "impacts",
        context.say("impacts.link"),
        context.say("impacts.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("topic_impacts", "impacts.none")))
            : List.of(
                Block.lead(context.say("impacts.lead", rows.get(0).week().shortName())),
                table(context, rows)));
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "impacts",
        context.say("impacts.title"),
        List.of(
            context.words("topic"),
            context.number("contacts"),
            context.number("impact"),
            context.number("rate.without"),
            context.number("rate.all"),
            context.words("state")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    double impact = row.number("impact");
    return DataTable.Row.of(
        context.keys(row),
        context.topic(row),
        context.count(row, "contacts"),
        Cell.of(context.numbers().points(impact), impact)
            .withTone(impact < 0 ? "worse" : impact > 0 ? "better" : ""),
        context.cell(row, "value_without", context.numbers()::percent),
        context.cell(row, "value_all", context.numbers()::percent),
        context.state(row));
  }
}
