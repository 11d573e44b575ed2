package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.List;

/** Each office beside what its own mix of topics and channels lets expect. */
final class OfficesSection {
  private OfficesSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("office_comparison");
    return new Section(
        "offices",
        context.say("offices.link"),
        context.say("offices.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("office_comparison", "offices.none")))
            : List.of(
                Block.lead(context.say("offices.lead", rows.get(0).week().shortName())),
                table(context, rows)));
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "offices",
        context.say("offices.title"),
        List.of(
            context.words("office"),
            context.words("metric"),
            context.number("value"),
            context.number("expected"),
            context.number("difference"),
            context.number("n.column"),
            context.badge("verdict")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    boolean isRate = row.text("metric_id").endsWith("_rate");
    Numbers numbers = context.numbers();
    double low = row.number("difference_low");
    double high = row.number("difference_high");
    String verdict = low > 0 == isRate ? "better" : "worse";
    boolean isClear = low > 0 || high < 0;
    return DataTable.Row.of(
        Cell.of(context.name("office", row.text("office"))),
        Cell.of(context.name("metric", row.text("metric_id"))),
        value(numbers, row, "value", isRate),
        value(numbers, row, "expected_value", isRate),
        Cell.of(difference(numbers, row.number("difference"), isRate), row.number("difference"))
            .withSmall(numbers.range(low, high, one -> difference(numbers, one, isRate))),
        context.count(row, "contacts"),
        isClear
            ? Cell.badge(context.name("verdict", verdict), verdict)
            : Cell.badge(context.name("verdict", "no_evidence"), "even"));
  }

  private static Cell value(Numbers numbers, TableRow row, String column, boolean isRate) {
    double value = row.number(column);
    return Cell.of(isRate ? numbers.percent(value) : numbers.hours(value), value);
  }

  private static String difference(Numbers numbers, double value, boolean isRate) {
    return isRate ? numbers.points(value) : numbers.signedHours(value);
  }
}
