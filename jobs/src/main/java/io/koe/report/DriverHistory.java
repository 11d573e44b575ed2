package io.koe.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weeks behind the drivers, by service and topic. */
final class DriverHistory {
  private final IsoWeek week;
  private final Map<List<String>, Map<IsoWeek, TableRow>> rows;
  private final IsoWeek newestFinal;

  private DriverHistory(IsoWeek week, List<TableRow> rows) {
    this.week = week;
    this.rows =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    DriverHistory::key,
                    Collectors.toMap(DriverHistory::week, row -> row, (a, b) -> a)));
    this.newestFinal =
        rows.stream()
            .filter(row -> row.has("durable_resolution_rate"))
            .map(DriverHistory::week)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  static DriverHistory read(ReportQueries queries) {
    return new DriverHistory(queries.week(), queries.rows("driver_trends"));
  }

  /** Contacts of the driver's weeks since its first. A week without a row had none. */
  Sparkline trend(TableRow driver) {
    Map<IsoWeek, TableRow> weeks = rows.getOrDefault(key(driver), Map.of());
    return Sparkline.of(
        IntStream.rangeClosed(1 - ReportQueries.WEEKS, 0)
            .mapToObj(back -> week.minusWeeks(-back))
            .dropWhile(one -> !weeks.containsKey(one))
            .map(one -> weeks.containsKey(one) ? weeks.get(one).number("contacts") : 0.0)
            .toList(),
        "件");
  }

  /** The driver in the newest week that has final resolutions. */
  TableRow newestFinal(TableRow driver) {
    return newestFinal == null
        ? TableRow.NONE
        : rows.getOrDefault(key(driver), Map.of()).getOrDefault(newestFinal, TableRow.NONE);
  }

  /** {@code W38}, or empty when no week is final. */
  String resolutionWeek() {
    return newestFinal == null ? "" : newestFinal.shortName();
  }

  private static List<String> key(TableRow row) {
    return List.of(row.text("service"), row.text("topic_id"));
  }

  private static IsoWeek week(TableRow row) {
    return new IsoWeek(row.date("week_start_date"));
  }
}
