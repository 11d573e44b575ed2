package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.List;

/** Which topics come from which platform. */
final class PlatformsSection {
  private PlatformsSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("platforms");
    return new Section(
        "platforms",
        context.say("platforms.link"),
        context.say("platforms.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("platforms", "platforms.none")))
            : List.of(Block.note(context.say("platforms.note")), table(context, rows)));
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "platforms",
        context.say("platforms.title"),
        List.of(
            context.words("topic"),
            context.words("platform"),
            context.number("contacts"),
            context.number("platform.share"),
            context.number("week.before"),
            context.number("change")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    double change = row.number("contacts") - row.number("contacts_previous_week");
    return DataTable.Row.of(
        new Keys("", row.text("platform"), context.labels().of(row.text("topic_id"))),
        context.topic(row),
        Cell.of(context.name("platform", row.text("platform"))),
        context.count(row, "contacts"),
        Cell.of(context.numbers().percent(row.number("share")), row.number("share"))
            .withSmall(
                context.numbers().percentRange(row.number("ci_low"), row.number("ci_high"))
                    + " "
                    + context.say("n", context.numbers().count(row.number("contacts_of_topic")))),
        context.count(row, "contacts_previous_week"),
        Cell.of(context.numbers().signed(change), change)
            .withTone(change > 0 ? "worse" : change < 0 ? "better" : ""));
  }
}
