package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import io.koe.report.data.MetricHistory;
import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many contacts came, by week and service and by day. */
final class ContactsSection {
  /** More services than this are hard to tell apart; the smallest ones are summed. */
  private static final int SERVICES = 5;

  private ContactsSection() {}

  static Section read(Context context) {
    List<Chart> charts = new ArrayList<>();
    if (!context.metrics().weeks("contacts").isEmpty()) {
      charts.add(weekly(context));
    }
    if (!context.rows("daily_contacts").isEmpty()) {
      charts.add(DailyContacts.chart(context));
    }
    return new Section(
        "contacts",
        context.say("contacts.link"),
        context.say("contacts.title"),
        List.of(
            charts.isEmpty()
                ? Block.empty(context.absence("metrics", "contacts.none"))
                : new Block.Charts(charts)));
  }

  private static Chart weekly(Context context) {
    MetricHistory metrics = context.metrics();
    List<IsoWeek> weeks = metrics.weeks("contacts");
    List<Double> totals = metrics.values("contacts", "all", "value");
    Map<String, List<Double>> columns = columns(context, totals);
    List<TableRow> rows = weeks.stream().map(week -> metrics.row("contacts", "all", week)).toList();
    return Chart.of(
        "contacts-weekly",
        context.say("contacts.weekly"),
        SeriesWords.of(context, "contacts.weekly.words", weeks, totals),
        Map.of(
            "kind", "stack",
            "unit", context.say("unit.contacts"),
            "x", weeks.stream().map(IsoWeek::shortName).toList(),
            "provisional", rows.stream().map(TableRow::isProvisional).toList(),
            "ids", List.copyOf(columns.keySet()),
            "series", series(context, columns)),
        table(context, weeks, rows, columns));
  }

  /** Values by service, the rest of the services as one. */
  private static Map<String, List<Double>> columns(Context context, List<Double> totals) {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    List<Double> rest = new ArrayList<>(totals);
    context.metrics().services("contacts").stream()
        .limit(SERVICES)
        .forEach(
            service -> {
              List<Double> values = context.metrics().values("contacts", service, "value");
              columns.put(service, values);
              IntStream.range(0, rest.size())
                  .filter(i -> Double.isFinite(values.get(i)))
                  .forEach(i -> rest.set(i, rest.get(i) - values.get(i)));
            });
    if (rest.stream().anyMatch(value -> value > 0.5)) {
      columns.put(columns.isEmpty() ? "all" : "other", rest);
    }
    return columns;
  }

  private static List<Map<String, Object>> series(
      Context context, Map<String, List<Double>> columns) {
    return columns.entrySet().stream()
        .map(one -> Chart.series(context.name("service", one.getKey()), one.getValue()))
        .toList();
  }

  private static DataTable table(
      Context context, List<IsoWeek> weeks, List<TableRow> totals, Map<String, List<Double>> all) {
    List<DataTable.Column> head = new ArrayList<>(List.of(context.words("week")));
    all.keySet()
        .forEach(service -> head.add(DataTable.Column.number(context.name("service", service))));
    head.addAll(List.of(context.number("total"), context.words("state")));
    List<DataTable.Row> rows = new ArrayList<>();
    for (int i = weeks.size() - 1; i >= 0; i--) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(weeks.get(i).toString())));
      for (List<Double> column : all.values()) {
        cells.add(Cell.of(context.numbers().count(column.get(i)), column.get(i)));
      }
      cells.add(context.count(totals.get(i), "value"));
      cells.add(context.state(totals.get(i)));
      rows.add(new DataTable.Row(Keys.NONE, cells));
    }
    return new DataTable("contacts-weekly", context.say("contacts.weekly"), head, rows);
  }
}
