package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many contacts came, by week and service and by day.
 *
 * @param charts none when there is nothing to draw
 * @param absence why there are none
 */
record ContactsSection(List<Chart> charts, String absence) {
  /** More services than this are hard to tell apart; the smallest ones are summed. */
  private static final int SERVICES = 5;

  private static final int DAYS_OF_MEAN = 7;

  static ContactsSection read(ReportQueries queries, MetricHistory metrics) {
    List<Chart> charts = new ArrayList<>();
    if (!metrics.weeks("contacts").isEmpty()) {
      charts.add(weekly(metrics));
    }
    List<TableRow> days = queries.rows("daily_contacts");
    if (!days.isEmpty()) {
      charts.add(daily(days));
    }
    return new ContactsSection(charts, queries.absence("metrics", "この期間の問い合わせはありません。"));
  }

  private static Chart weekly(MetricHistory metrics) {
    List<IsoWeek> weeks = metrics.weeks("contacts");
    List<String> names = new ArrayList<>();
    List<List<Double>> columns = new ArrayList<>();
    List<Double> rest = new ArrayList<>(metrics.values("contacts", "all", "value"));
    metrics.services("contacts").stream()
        .limit(SERVICES)
        .forEach(
            service -> {
              List<Double> values = metrics.values("contacts", service, "value");
              names.add(Words.of("service", service));
              columns.add(values);
              IntStream.range(0, rest.size())
                  .filter(i -> Double.isFinite(values.get(i)))
                  .forEach(i -> rest.set(i, rest.get(i) - values.get(i)));
            });
    if (rest.stream().anyMatch(value -> value > 0.5)) {
      names.add(names.isEmpty() ? "全サービス" : "その他");
      columns.add(rest);
    }
    List<Boolean> provisional =
        weeks.stream().map(week -> metrics.row("contacts", "all", week).isProvisional()).toList();
    return Chart.of(
        "contacts-weekly",
        "週別の問い合わせ件数（サービス別、件）",
        inWords("週別の問い合わせ件数", weeks, metrics.values("contacts", "all", "value")),
        Map.of(
            "kind",
            "stack",
            "unit",
            "件",
            "x",
            weeks.stream().map(IsoWeek::shortName).toList(),
            "provisional",
            provisional,
            "series",
            series(names, columns)),
        weeklyTable(weeks, metrics, names, columns));
  }

  private static List<Map<String, Object>> series(List<String> names, List<List<Double>> columns) {
    return IntStream.range(0, names.size())
        .<Map<String, Object>>mapToObj(
            i ->
                new TreeMap<>(Map.of("name", names.get(i), "values", Chart.values(columns.get(i)))))
        .toList();
  }

  private static DataTable weeklyTable(
      List<IsoWeek> weeks, MetricHistory metrics, List<String> names, List<List<Double>> columns) {
    List<String> head = new ArrayList<>(List.of("週"));
    head.addAll(names);
    head.addAll(List.of("合計", "状態"));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      TableRow total = metrics.row("contacts", "all", weeks.get(i));
      List<String> cells = new ArrayList<>(List.of(weeks.get(i).toString()));
      for (List<Double> column : columns) {
        cells.add(count(column.get(i)));
      }
      cells.add(total.shown("value", JapaneseNumbers::count));
      cells.add(total.isProvisional() ? "速報" : "確定");
      rows.add(cells);
    }
    return new DataTable(head, rows);
  }

  private static Chart daily(List<TableRow> days) {
    List<Double> values = days.stream().map(day -> day.number("value")).toList();
    List<Double> means =
        IntStream.range(0, values.size()).mapToObj(i -> meanOfLastDays(values, i)).toList();
    List<List<String>> rows =
        IntStream.range(0, days.size())
            .mapToObj(
                i ->
                    List.of(
                        days.get(i).text("metric_date").substring(0, 10),
                        days.get(i).shown("value", JapaneseNumbers::count),
                        count(means.get(i))))
            .toList();
    return Chart.of(
        "contacts-daily",
        "日別の問い合わせ件数と7日移動平均（件）",
        "日別の問い合わせ件数。最終日 %sは%s件、7日平均は%s件。".formatted(rows.get(rows.size() - 1).toArray()),
        Map.of(
            "kind",
            "line",
            "unit",
            "件",
            "x",
            days.stream().map(day -> Days.monthDay(day.date("metric_date"))).toList(),
            "series",
            series(List.of("日別", "7日移動平均"), List.of(values, means))),
        new DataTable(List.of("日", "件数", "7日平均"), rows));
  }

  private static double meanOfLastDays(List<Double> values, int end) {
    return end + 1 < DAYS_OF_MEAN
        ? Double.NaN
        : values.subList(end + 1 - DAYS_OF_MEAN, end + 1).stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(Double.NaN);
  }

  private static String inWords(String subject, List<IsoWeek> weeks, List<Double> values) {
    int highest =
        IntStream.range(0, values.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> Double.isNaN(values.get(i)) ? -1 : values.get(i)))
            .orElseThrow();
    int last = values.size() - 1;
    return "%s。%sは%s件、期間の最大は%sの%s件。"
        .formatted(
            subject,
            weeks.get(last).shortName(),
            count(values.get(last)),
            weeks.get(highest).shortName(),
            count(values.get(highest)));
  }
}
