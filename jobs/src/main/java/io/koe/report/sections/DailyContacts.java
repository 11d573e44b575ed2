package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Contacts by day with the mean of the seven days up to it. */
final class DailyContacts {
  private static final int DAYS_OF_MEAN = 7;

  private DailyContacts() {}

  static Chart chart(Context context) {
    List<TableRow> days = context.rows("daily_contacts");
    List<Double> values = days.stream().map(day -> day.number("value")).toList();
    List<Double> means =
        IntStream.range(0, values.size()).mapToObj(i -> meanOfLastDays(values, i)).toList();
    return Chart.of(
        "contacts-daily",
        context.say("contacts.daily"),
        context.say(
            "contacts.daily.words",
            days.size(),
            context.numbers().count(values.get(values.size() - 1)),
            context.numbers().count(means.get(means.size() - 1))),
        Map.of(
            "kind", "line",
            "unit", context.say("unit.contacts"),
            "x",
                days.stream()
                    .map(day -> context.wording().days().monthDay(day.date("metric_date")))
                    .toList(),
            "series",
                List.of(
                    Chart.series(context.say("daily"), values),
                    Chart.series(context.say("mean.seven"), means))),
        table(context, days, means));
  }

  private static double meanOfLastDays(List<Double> values, int last) {
    return last < DAYS_OF_MEAN - 1
        ? Double.NaN
        : values.subList(last - DAYS_OF_MEAN + 1, last + 1).stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(Double.NaN);
  }

  private static DataTable table(Context context, List<TableRow> days, List<Double> means) {
    List<DataTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      rows.add(
          DataTable.Row.of(
              Cell.of(days.get(i).text("metric_date").substring(0, 10)),
              context.count(days.get(i), "value"),
              Cell.of(context.numbers().count(means.get(i)), means.get(i)),
              context.state(days.get(i))));
    }
    Collections.reverse(rows);
    return new DataTable(
        "contacts-daily",
        context.say("contacts.daily"),
        List.of(
            context.words("day"),
            context.number("daily"),
            context.number("mean.seven"),
            context.words("state")),
        rows);
  }
}
