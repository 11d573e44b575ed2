package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rates by week against their targets; a week that may still change is drawn as its bounds. */
final class RatesSection {
  private RatesSection() {}

  static Section read(Context context) {
    List<Chart> charts = new ArrayList<>();
    for (String metric : List.of("self_resolution_rate", "durable_resolution_rate")) {
      if (!context.metrics().weeks(metric).isEmpty()) {
        charts.add(chart(context, metric));
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (charts.isEmpty()) {
      blocks.add(Block.empty(context.absence("metrics", "rates.none")));
    } else {
      blocks.add(Block.lead(context.say("rates.lead")));
      blocks.add(new Block.Charts(charts));
      blocks.add(Variants.table(context));
    }
    return new Section("rates", context.say("rates.link"), context.say("rates.title"), blocks);
  }

  private static Chart chart(Context context, String metric) {
    List<IsoWeek> weeks = context.metrics().weeks(metric);
    List<TableRow> rows =
        weeks.stream().map(week -> context.metrics().row(metric, "all", week)).toList();
    Map<String, Object> data =
        new TreeMap<>(
            Map.of(
                "kind", "band",
                "unit", "%",
                "range", context.say(isRange(metric) ? "bounds" : "interval"),
                "x", weeks.stream().map(IsoWeek::shortName).toList(),
                "value",
                    hundredfold(
                        rows.stream()
                            .map(row -> isRange(metric) ? Double.NaN : row.number("value"))
                            .toList()),
                "low", hundredfold(rows.stream().map(TableRow::low).toList()),
                "high", hundredfold(rows.stream().map(TableRow::high).toList()),
                "provisional", rows.stream().map(TableRow::isProvisional).toList()));
    context.targets().of(metric).ifPresent(target -> data.put("target", target * 100));
    return Chart.of(
        metric.replace('_', '-'),
        context.say("rates.chart", context.name("metric", metric)),
        inWords(context, metric, rows),
        data,
        table(context, metric, rows));
  }

  /** Self-resolution is known as a range alone. */
  private static boolean isRange(String metric) {
    return metric.startsWith("self_");
  }

  private static List<Double> hundredfold(List<Double> rates) {
    return Chart.values(rates.stream().map(rate -> rate * 100).toList());
  }

  private static String inWords(Context context, String metric, List<TableRow> rows) {
    TableRow last = rows.get(rows.size() - 1);
    return context.say(
        "rates.words",
        context.name("metric", metric),
        last.exists() ? last.week().shortName() : context.week().shortName(),
        context.numbers().percentRange(last.low(), last.high()),
        context.say(last.isProvisional() ? "not.final" : "final"));
  }

  private static DataTable table(Context context, String metric, List<TableRow> rows) {
    List<DataTable.Row> lines = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).exists()) {
        lines.add(RateRow.of(context, rows.get(i).week().toString(), rows.get(i)));
      }
    }
    return new DataTable(
        metric.replace('_', '-'),
        context.name("metric", metric),
        RateRow.columns(context, "week"),
        lines);
  }
}
