package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** This half-year so far and the one before it, of final values alone. */
final class HalfYearSection {
  private static final String QUERY = "half_year";

  private HalfYearSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows(QUERY);
    return new Section(
        "half-year",
        context.say("half.link"),
        context.say("half.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence(QUERY, "half.none")))
            : List.of(Block.lead(context.say("half.lead")), table(context, rows)));
  }

  /** The half-year's contacts so far. */
  static Optional<String> sentence(Context context) {
    return context.rows(QUERY).stream()
        .filter(row -> row.text("metric_id").equals("contacts"))
        .filter(row -> row.text("service").equals("all") && row.flag("is_this_half"))
        .findFirst()
        .map(
            row ->
                context.say(
                    "half.sentence",
                    name(context, row),
                    context.numbers().count(row.number("value")),
                    days(context, row)));
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "half-year",
        context.say("half.title"),
        List.of(
            context.words("half.year"),
            context.words("metric"),
            context.words("service"),
            context.number("value"),
            context.number("interval"),
            context.number("n.column"),
            context.words("half.days"),
            context.words("definition"),
            context.words("state")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    Numbers numbers = context.numbers();
    String metric = row.text("metric_id");
    return DataTable.Row.of(
        Keys.of(row.text("service"), ""),
        Cell.of(name(context, row)),
        Cell.of(context.name("metric", metric)),
        Cell.of(context.name("service", row.text("service"))),
        Cell.of(figure(numbers, metric, row.number("value")), row.number("value")),
        Cell.of(
            numbers.range(
                row.number("ci_low"),
                row.number("ci_high"),
                value -> figure(numbers, metric, value))),
        metric.equals("contacts") ? Cell.of(numbers.none()) : context.count(row, "trials"),
        Cell.of(days(context, row)),
        Cell.of(context.say("version.short", row.text("definition_version"))),
        state(context, row));
  }

  private static String figure(Numbers numbers, String metric, double value) {
    return switch (metric) {
      case "contacts" -> numbers.count(value);
      case "contacted_share" -> numbers.finePercent(value);
      default -> numbers.percent(value);
    };
  }

  private static String name(Context context, TableRow row) {
    LocalDate first = row.date("first_date");
    return context.say(first.getMonthValue() <= 6 ? "half.first" : "half.second", first.getYear());
  }

  private static String days(Context context, TableRow row) {
    return context.wording().days().shortRange(row.date("first_date"), row.date("last_date"));
  }

  /** A half-year is final when all its days are, to the last; before that it is so far. */
  private static Cell state(Context context, TableRow row) {
    if (!row.flag("is_this_half") && row.number("parts_not_final") == 0) {
      return Cell.of(context.say("final")).withSmall(withheld(context, row));
    }
    String withheld = withheld(context, row);
    return Cell.of(context.say("half.so.far"))
        .withSmall(withheld.isEmpty() ? context.say("half.final.part") : withheld);
  }

  private static String withheld(Context context, TableRow row) {
    double withheld = row.number("parts_withheld");
    return withheld > 0 ? context.say("half.withheld", context.numbers().count(withheld)) : "";
  }
}
