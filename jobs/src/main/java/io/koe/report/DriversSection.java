package io.koe.report;

import static io.koe.report.JapaneseNumbers.decimal;
import static io.koe.report.JapaneseNumbers.percent;
import static io.koe.report.JapaneseNumbers.signed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What made people contact us: the topics with most contacts, overall and per service.
 *
 * @param groups all services first
 * @param absence why there are none
 */
record DriversSection(List<Group> groups, String absence) {
  private static final int OVERALL = 15;
  private static final int PER_SERVICE = 8;

  /**
   * The drivers of a service.
   *
   * @param service its name
   * @param rows most contacts first
   * @param rest what is not printed, in words; may be empty
   */
  record Group(String service, List<Driver> rows, String rest) {}

  /**
   * A topic's week.
   *
   * @param bar share as a length of 0 to 100
   * @param tone worse when it grew, better when it shrank, else even
   */
  record Driver(
      String rank,
      String label,
      String contacts,
      String share,
      String bar,
      String change,
      String tone,
      Sparkline trend,
      String resolution,
      String perThousand,
      boolean isProvisional) {}

  static DriversSection read(ReportQueries queries, TopicLabels labels) {
    Map<String, List<TableRow>> byService =
        queries.rows("drivers").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("service"), LinkedHashMap::new, Collectors.toList()));
    Map<List<String>, Map<IsoWeek, Double>> trends = trends(queries);
    List<Group> groups = new ArrayList<>();
    byService.forEach(
        (service, rows) -> groups.add(group(service, rows, trends, queries.week(), labels)));
    return new DriversSection(groups, queries.absence("drivers", "この週の問い合わせはありません。"));
  }

  private static Group group(
      String service,
      List<TableRow> rows,
      Map<List<String>, Map<IsoWeek, Double>> trends,
      IsoWeek week,
      TopicLabels labels) {
    int limit = service.equals("all") ? OVERALL : PER_SERVICE;
    List<Driver> drivers =
        rows.stream()
            .limit(limit)
            .map(row -> driver(row, trend(row, trends, week), labels))
            .toList();
    double rest =
        rows.stream()
            .skip(limit)
            .mapToDouble(row -> row.number("contacts"))
            .filter(Double::isFinite)
            .sum();
    return new Group(
        Words.of("service", service),
        drivers,
        rows.size() <= limit
            ? ""
            : "ほか %sトピック、計 %s件（少数のため非表示のものを除く）"
                .formatted(rows.size() - limit, JapaneseNumbers.count(rest)));
  }

  private static Driver driver(TableRow row, Sparkline trend, TopicLabels labels) {
    double change = row.number("change_from_previous_week");
    double share = row.number("share");
    return new Driver(
        row.text("rank"),
        labels.of(row, "topic_id"),
        row.shown("contacts", JapaneseNumbers::count),
        percent(share),
        String.valueOf(Double.isFinite(share) ? Math.round(share * 100) : 0),
        Double.isNaN(change) ? JapaneseNumbers.NONE : signed(change),
        change > 0 ? "worse" : change < 0 ? "better" : "even",
        trend,
        percent(row.number("durable_resolution_rate")),
        decimal(row.number("contacts_per_1000")),
        row.isProvisional());
  }

  private static Map<List<String>, Map<IsoWeek, Double>> trends(ReportQueries queries) {
    return queries.rows("driver_trends").stream()
        .collect(
            Collectors.groupingBy(
                row -> List.of(row.text("service"), row.text("topic_id")),
                Collectors.toMap(
                    row -> new IsoWeek(row.date("week_start_date")),
                    row -> row.number("contacts"),
                    (a, b) -> a)));
  }

  private static Sparkline trend(
      TableRow row, Map<List<String>, Map<IsoWeek, Double>> trends, IsoWeek week) {
    Map<IsoWeek, Double> values =
        trends.getOrDefault(List.of(row.text("service"), row.text("topic_id")), Map.of());
    return Sparkline.of(
        IntStream.rangeClosed(1 - ReportQueries.WEEKS, 0)
            .mapToObj(back -> week.minusWeeks(-back))
            .dropWhile(one -> !values.containsKey(one))
            // A topic without a row had no contact that week.
            .map(one -> values.getOrDefault(one, 0.0))
            .toList(),
        "件");
  }
}
