package io.koe.report.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weekly metrics of the page's window, by metric, service and week. */
public final class MetricHistory {
  private record Key(String metric, String service, IsoWeek week) {}

  private final IsoWeek week;
  private final List<TableRow> rows;
  private final Map<Key, TableRow> byKey;

  private MetricHistory(IsoWeek week, List<TableRow> rows) {
    this.week = week;
    this.rows = rows;
    this.byKey =
        rows.stream()
            .collect(Collectors.toMap(MetricHistory::key, Function.identity(), (a, b) -> a));
  }

  public static MetricHistory read(ReportQueries queries) {
    return new MetricHistory(queries.week(), queries.rows("metrics"));
  }

  /** The metric's row, or {@link TableRow#NONE}. */
  public TableRow row(String metric, String service, IsoWeek of) {
    return byKey.getOrDefault(new Key(metric, service, of), TableRow.NONE);
  }

  public TableRow thisWeek(String metric) {
    return row(metric, "all", week);
  }

  /** Weeks up to this one since the first that has the metric, oldest first. */
  public List<IsoWeek> weeks(String metric) {
    return IntStream.rangeClosed(1 - ReportQueries.WEEKS, 0)
        .mapToObj(back -> week.minusWeeks(-back))
        .dropWhile(one -> !row(metric, "all", one).exists())
        .toList();
  }

  /** The metric's weekly values, oldest first. */
  public List<Double> values(String metric, String service, String column) {
    return weeks(metric).stream().map(one -> row(metric, service, one).number(column)).toList();
  }

  /** Services that have the metric, the one with the highest value this window first. */
  public List<String> services(String metric) {
    Map<String, Double> size =
        rows.stream()
            .filter(row -> row.text("metric_id").equals(metric))
            .filter(row -> !row.text("service").equals("all"))
            .filter(row -> Double.isFinite(row.number("value")))
            .collect(
                Collectors.groupingBy(
                    row -> row.text("service"),
                    Collectors.summingDouble(row -> row.number("value"))));
    return size.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String service) -> -size.get(service))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The newest week whose value of the metric is final. */
  public TableRow newestFinal(String metric) {
    List<IsoWeek> weeks = weeks(metric);
    return IntStream.range(0, weeks.size())
        .mapToObj(i -> row(metric, "all", weeks.get(weeks.size() - 1 - i)))
        .filter(row -> row.flag("is_mature"))
        .findFirst()
        .orElse(TableRow.NONE);
  }

  private static Key key(TableRow row) {
    return new Key(row.text("metric_id"), row.text("service"), row.week());
  }
}
