package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many contacts are durably resolved within an age, by the week they came in. */
final class CurvesSection {
  private CurvesSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("resolution_curves");
    return new Section(
        "curves",
        context.say("curves.link"),
        context.say("curves.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("resolution_curves", "curves.none")))
            : List.of(
                Block.lead(context.say("curves.lead")),
                new Block.Charts(List.of(chart(context, rows)))));
  }

  private static Chart chart(Context context, List<TableRow> rows) {
    List<Integer> ages =
        rows.stream().map(row -> (int) row.hidden("age_hours")).distinct().sorted().toList();
    Map<IsoWeek, List<TableRow>> byWeek =
        rows.stream()
            .collect(Collectors.groupingBy(TableRow::week, TreeMap::new, Collectors.toList()));
    List<Map<String, Object>> series =
        byWeek.entrySet().stream()
            .map(
                one ->
                    Chart.series(
                        one.getKey().shortName(),
                        ages.stream().map(age -> at(one.getValue(), age)).toList()))
            .toList();
    return Chart.of(
        "curves",
        context.say("curves.chart"),
        context.say("curves.words", context.wording().list(ends(context, byWeek))),
        Map.of(
            "kind",
            "lines",
            "unit",
            "%",
            "x",
            ages.stream().map(age -> context.say("hours", age)).toList(),
            "series",
            series),
        table(context, rows));
  }

  private static double at(List<TableRow> rows, int age) {
    return rows.stream()
        .filter(row -> row.hidden("age_hours") == age)
        .mapToDouble(row -> row.number("estimate") * 100)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<String> ends(Context context, Map<IsoWeek, List<TableRow>> byWeek) {
    return byWeek.entrySet().stream()
        .map(
            one ->
                one.getKey().shortName()
                    + " "
                    + context.numbers().percent(at(one.getValue(), 24) / 100))
        .toList();
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "curves",
        context.say("curves.chart"),
        List.of(
            context.words("week"),
            context.number("age"),
            context.number("estimate"),
            context.number("interval"),
            context.number("at.risk"),
            context.number("n.column"),
            context.words("state")),
        rows.stream()
            .map(
                row ->
                    DataTable.Row.of(
                        Cell.of(row.week().toString()),
                        Cell.of(
                            context.say("hours", (int) row.hidden("age_hours")),
                            row.hidden("age_hours")),
                        context.cell(row, "estimate", context.numbers()::percent),
                        Cell.of(
                            context
                                .numbers()
                                .percentRange(
                                    row.number("estimate_low"), row.number("estimate_high"))),
                        context.count(row, "at_risk"),
                        context.count(row, "contacts"),
                        context.state(row)))
            .toList());
  }
}
