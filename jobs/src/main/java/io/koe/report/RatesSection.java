package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;
import static io.koe.report.JapaneseNumbers.percent;
import static io.koe.report.JapaneseNumbers.percentRange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Resolution and self-resolution by week; a week that may still change is drawn as its bounds.
 *
 * @param charts none when there is nothing to draw
 * @param absence why there are none
 */
record RatesSection(List<Chart> charts, String absence) {

  static RatesSection read(ReportQueries queries, MetricHistory metrics) {
    List<Chart> charts = new ArrayList<>();
    add(charts, metrics, "durable_resolution_rate", "解決率（%、縦軸は途中から）", "95%区間");
    add(charts, metrics, "self_resolution_rate", "自己解決率の下限〜上限（%、縦軸は途中から）", "下限〜上限");
    return new RatesSection(charts, queries.absence("metrics", "この期間の解決率はありません。"));
  }

  private static void add(
      List<Chart> charts, MetricHistory metrics, String metric, String title, String rangeName) {
    List<IsoWeek> weeks = metrics.weeks(metric);
    if (!weeks.isEmpty()) {
      charts.add(chart(metrics, metric, title, rangeName, weeks));
    }
  }

  private static Chart chart(
      MetricHistory metrics, String metric, String title, String rangeName, List<IsoWeek> weeks) {
    List<TableRow> rows = weeks.stream().map(week -> metrics.row(metric, "all", week)).toList();
    return Chart.of(
        metric.replace('_', '-'),
        title,
        inWords(metric, rows),
        Map.of(
            "kind", "band",
            "unit", "%",
            "range", rangeName,
            "x", weeks.stream().map(IsoWeek::shortName).toList(),
            "value", hundredfold(rows.stream().map(row -> row.number("value")).toList()),
            "low", hundredfold(rows.stream().map(RatesSection::low).toList()),
            "high", hundredfold(rows.stream().map(RatesSection::high).toList()),
            "provisional", rows.stream().map(TableRow::isProvisional).toList()),
        table(weeks, rows));
  }

  /** Bounds while unfinished or when the metric has bounds of its own; else the interval. */
  private static double low(TableRow row) {
    return hasBounds(row) ? row.number("value_low") : row.number("ci_low");
  }

  private static double high(TableRow row) {
    return hasBounds(row) ? row.number("value_high") : row.number("ci_high");
  }

  private static boolean hasBounds(TableRow row) {
    return row.isProvisional() || row.number("value_high") > row.number("value_low");
  }

  private static List<Double> hundredfold(List<Double> rates) {
    return Chart.values(rates.stream().map(rate -> rate * 100).toList());
  }

  private static String inWords(String metric, List<TableRow> rows) {
    TableRow last = rows.get(rows.size() - 1);
    return "%sの週別推移。最新週は%s（%s）%s。"
        .formatted(
            Words.of("metric", metric),
            percent(last.number("value")),
            percentRange(low(last), high(last)),
            last.isProvisional() ? "で未確定" : "で確定");
  }

  /** A week without the metric keeps its line, without numbers. */
  private static DataTable table(List<IsoWeek> weeks, List<TableRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      TableRow row = rows.get(i);
      cells.add(
          List.of(
              weeks.get(i).toString(),
              row.shown("value", JapaneseNumbers::percent),
              percentRange(row.number("ci_low"), row.number("ci_high")),
              percentRange(row.number("value_low"), row.number("value_high")),
              count(row.number("denominator")),
              row.isProvisional() ? "未確定" : "確定"));
    }
    Collections.reverse(cells);
    return new DataTable(List.of("週", "推定値", "95%区間", "下限〜上限", "n", "状態"), cells);
  }
}
