package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** Final values that changed after they were published, and why. */
final class RestatementsSection {
  private static final int OF_WEEK = 20;
  private static final int OF_WINDOW = 50;

  private RestatementsSection() {}

  /** The log of this half-year and the one before it, and the erasures that moved figures. */
  static Section read(Context context) {
    List<Block> blocks = new ArrayList<>(log(context, context.rows("restatement_log")));
    List<TableRow> erasures = context.rows("erasures");
    blocks.add(
        erasures.isEmpty()
            ? Block.note(context.absence("erasures", "erasures.none"))
            : erasures(context, erasures));
    return new Section(
        "restatements", context.say("restatements.title"), context.say("restatements.log"), blocks);
  }

  private static List<Block> log(Context context, List<TableRow> rows) {
    if (rows.isEmpty()) {
      return List.of(Block.empty(context.absence("restatement_log", "restatements.log.none")));
    }
    String lead = context.say("restatements.lead", rows.size());
    return List.of(
        Block.lead(
            rows.size() > OF_WINDOW
                ? context.wording().sentences(List.of(lead, context.say("newest", OF_WINDOW)))
                : lead),
        table(context, "restatement-log", rows.stream().limit(OF_WINDOW).toList()));
  }

  private static DataTable erasures(Context context, List<TableRow> rows) {
    return new DataTable(
        "erasures",
        context.say("erasures.title"),
        List.of(
            context.words("erasures.date"),
            context.number("erasures.people"),
            context.number("erasures.inquiries"),
            context.number("erasures.figures")),
        rows.stream()
            .map(
                row ->
                    DataTable.Row.of(
                        Cell.of(context.wording().days().withWeekday(row.date("erased_date"))),
                        context.count(row, "people"),
                        context.count(row, "inquiries"),
                        context.count(row, "final_figures")))
            .toList());
  }

  /** Those of the week. */
  static Block week(Context context) {
    List<TableRow> rows = context.rows("restatements");
    return rows.isEmpty()
        ? Block.note(context.absence("restatements", "restatements.none"))
        : table(context, "restatements", rows.stream().limit(OF_WEEK).toList());
  }

  private static DataTable table(Context context, String id, List<TableRow> rows) {
    return new DataTable(
        id,
        context.say("restatements.title"),
        List.of(
            context.words("metric"),
            context.words("metric.date"),
            context.words("service"),
            context.number("old.value"),
            context.number("new.value"),
            context.words("restated.date"),
            context.words("reason")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    String metric = row.text("metric_id");
    String day = context.wording().days().withWeekday(row.date("metric_date"));
    return DataTable.Row.of(
        Cell.of(context.name("metric", metric, row.has("name_ja") ? row.text("name_ja") : metric)),
        Cell.of(row.text("period").equals("week") ? context.say("week.from", day) : day),
        Cell.of(context.name("service", row.text("service"))),
        Cell.of(figure(context, row, "old_value"), row.number("old_value")),
        Cell.of(figure(context, row, "new_value"), row.number("new_value")),
        Cell.of(context.wording().days().withWeekday(row.date("restated_date"))),
        Cell.of(context.name("reason", row.text("reason"))));
  }

  private static String figure(Context context, TableRow row, String column) {
    double value = row.number(column);
    return switch (row.has("unit") ? row.text("unit") : "") {
      case "share" -> context.numbers().percent(value);
      case "hours", "business hours" -> context.numbers().hours(value);
      case "ratio" -> context.numbers().decimal(value);
      default -> context.numbers().count(value);
    };
  }
}
