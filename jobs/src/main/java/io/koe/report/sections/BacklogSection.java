package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits at the end of each day, by age; and where. */
final class BacklogSection {
  private static final List<String> AGES = List.of("0-1d", "1-3d", "3-7d", "7-14d", "14d+");

  private BacklogSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("backlog");
    return new Section(
        "backlog",
        context.say("backlog.link"),
        context.say("backlog.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("backlog", "backlog.none")))
            : List.of(
                new Block.Charts(List.of(chart(context, rows))),
                new DataTable(
                    "backlog-where",
                    context.say("backlog.where"),
                    columns(context, "service"),
                    where(context))));
  }

  /** The newest day's row of an age, all services. */
  static Optional<TableRow> newest(Context context, String age) {
    return context.rows("backlog").stream()
        .filter(row -> row.text("age_bucket").equals(age))
        .reduce((older, newer) -> newer);
  }

  private static Chart chart(Context context, List<TableRow> rows) {
    List<LocalDate> days = rows.stream().map(row -> row.date("backlog_date")).distinct().toList();
    List<Map<String, Object>> series =
        AGES.stream()
            .map(
                age ->
                    Chart.series(
                        context.name("age", age),
                        days.stream().map(day -> open(rows, day, age)).toList()))
            .toList();
    return Chart.of(
        "backlog",
        context.say("backlog.chart"),
        context.say(
            "backlog.words",
            context.wording().days().withWeekday(days.get(days.size() - 1)),
            context.numbers().count(open(rows, days.get(days.size() - 1), "all"))),
        Map.of(
            "kind", "stack",
            "unit", context.say("unit.contacts"),
            "x", days.stream().map(context.wording().days()::monthDay).toList(),
            "provisional", days.stream().map(day -> false).toList(),
            "series", series),
        table(context, rows, days));
  }

  private static double open(List<TableRow> rows, LocalDate day, String age) {
    return rows.stream()
        .filter(row -> day.equals(row.date("backlog_date")) && row.text("age_bucket").equals(age))
        .mapToDouble(row -> row.number("open_contacts"))
        .findFirst()
        .orElse(0);
  }

  private static List<DataTable.Column> columns(Context context, String first) {
    List<DataTable.Column> columns = new ArrayList<>(List.of(context.words(first)));
    if (first.equals("service")) {
      columns.add(context.words("office"));
    }
    AGES.forEach(age -> columns.add(DataTable.Column.number(context.name("age", age))));
    columns.add(context.number("total"));
    return columns;
  }

  private static DataTable table(Context context, List<TableRow> rows, List<LocalDate> days) {
    List<DataTable.Row> lines = new ArrayList<>();
    for (int i = days.size() - 1; i >= 0; i--) {
      LocalDate day = days.get(i);
      List<Cell> cells =
          new ArrayList<>(List.of(Cell.of(context.wording().days().withWeekday(day))));
      AGES.forEach(age -> cells.add(number(context, open(rows, day, age))));
      cells.add(number(context, open(rows, day, "all")));
      lines.add(new DataTable.Row(Keys.NONE, cells));
    }
    return new DataTable("backlog", context.say("backlog.chart"), columns(context, "day"), lines);
  }

  private static Cell number(Context context, double value) {
    return Cell.of(
        Double.isNaN(value) ? context.wording().suppressed() : context.numbers().count(value),
        value);
  }

  private static List<DataTable.Row> where(Context context) {
    List<DataTable.Row> lines = new ArrayList<>();
    for (TableRow row : context.rows("backlog_where")) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(context.name("service", row.text("service"))));
      cells.add(Cell.of(context.name("office", row.text("office"))));
      for (String column : List.of("d0", "d1", "d3", "d7", "d14", "total")) {
        cells.add(
            row.flag(column + "_hidden")
                ? Cell.of(context.wording().suppressed())
                : context.count(row, column));
      }
      lines.add(new DataTable.Row(new Keys(row.text("service"), "", ""), cells));
    }
    return lines;
  }
}
