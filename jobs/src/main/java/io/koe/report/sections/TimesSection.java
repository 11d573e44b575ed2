package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long customers wait for a reply and for the end: median, 75 % and 90 % points. */
final class TimesSection {
  private static final List<String> POINTS = List.of("median", "p75", "p90");
  private static final List<String> TIMES =
      List.of(
          "first_reply_hours",
          "first_reply_business_hours",
          "full_resolution_hours",
          "full_resolution_business_hours");

  private TimesSection() {}

  static Section read(Context context) {
    List<Chart> charts = new ArrayList<>();
    for (String time : List.of("first_reply_hours", "full_resolution_hours")) {
      if (!context.metrics().weeks(time + "_median").isEmpty()) {
        charts.add(chart(context, time));
      }
    }
    return new Section(
        "times",
        context.say("times.link"),
        context.say("times.title"),
        charts.isEmpty()
            ? List.of(Block.empty(context.absence("metrics", "times.none")))
            : List.of(
                Block.lead(context.say("times.lead")), new Block.Charts(charts), table(context)));
  }

  private static Chart chart(Context context, String time) {
    List<IsoWeek> weeks = context.metrics().weeks(time + "_median");
    List<Map<String, Object>> series =
        POINTS.stream()
            .map(
                point ->
                    Chart.series(context.name("point", point), values(context, weeks, time, point)))
            .toList();
    return Chart.of(
        time.replace('_', '-'),
        context.say("times.chart", context.name("time", time)),
        context.say(
            "times.words",
            context.name("time", time),
            context.numbers().hours(context.metrics().thisWeek(time + "_median").number("value"))),
        Map.of(
            "kind",
            "lines",
            "unit",
            context.say("unit.hours"),
            "x",
            weeks.stream().map(IsoWeek::shortName).toList(),
            "series",
            series),
        byWeek(context, weeks, time));
  }

  private static List<Double> values(
      Context context, List<IsoWeek> weeks, String time, String point) {
    return weeks.stream()
        .map(week -> context.metrics().row(time + "_" + point, "all", week).number("value"))
        .toList();
  }

  private static DataTable byWeek(Context context, List<IsoWeek> weeks, String time) {
    List<DataTable.Row> rows = new ArrayList<>();
    for (int i = weeks.size() - 1; i >= 0; i--) {
      rows.add(line(context, weeks.get(i).toString(), time, weeks.get(i)));
    }
    return new DataTable(
        time.replace('_', '-'), context.name("time", time), columns(context, "week"), rows);
  }

  private static List<DataTable.Column> columns(Context context, String first) {
    List<DataTable.Column> columns = new ArrayList<>(List.of(context.words(first)));
    POINTS.forEach(point -> columns.add(DataTable.Column.number(context.name("point", point))));
    columns.addAll(List.of(context.number("n.column"), context.words("state")));
    return columns;
  }

  private static DataTable.Row line(Context context, String name, String time, IsoWeek week) {
    TableRow median = context.metrics().row(time + "_median", "all", week);
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
    POINTS.forEach(
        point ->
            cells.add(
                context.cell(
                    context.metrics().row(time + "_" + point, "all", week),
                    "value",
                    context.numbers()::hours)));
    cells.addAll(List.of(context.count(median, "denominator"), context.state(median)));
    return new DataTable.Row(Keys.NONE, cells);
  }

  /** The newest final week, in calendar and in business time. */
  private static DataTable table(Context context) {
    TableRow settled = context.metrics().newestFinal("first_reply_hours_median");
    IsoWeek week = settled.exists() ? settled.week() : context.week();
    return new DataTable(
        "times",
        context.say("times.table", week.shortName()),
        columns(context, "time"),
        TIMES.stream()
            .filter(time -> context.metrics().row(time + "_median", "all", week).exists())
            .map(time -> line(context, context.name("time", time), time, week))
            .toList());
  }
}
