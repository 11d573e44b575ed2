package io.koe.report;

import static io.koe.report.JapaneseNumbers.NONE;
import static io.koe.report.JapaneseNumbers.decimal;
import static io.koe.report.JapaneseNumbers.percent;
import static io.koe.report.JapaneseNumbers.percentRange;
import static io.koe.report.JapaneseNumbers.signed;

import io.koe.stat.Wilson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What made people contact us: the topics with most contacts, overall and per service.
 *
 * @param groups all services first
 * @param absence why there are none
 * @param resolutionWeek the newest week whose resolution is final, which is the one printed
 */
record DriversSection(List<Group> groups, String absence, String resolutionWeek) {
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
   * @param bar share as a length, 100 for the largest
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
      String resolutionInterval,
      String perThousand,
      boolean isProvisional) {}

  static DriversSection read(ReportQueries queries, TopicLabels labels) {
    DriverHistory history = DriverHistory.read(queries);
    Map<String, List<TableRow>> byService =
        queries.rows("drivers").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("service"), LinkedHashMap::new, Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byService.forEach((service, rows) -> groups.add(group(service, rows, history, labels)));
    return new DriversSection(
        groups, queries.absence("drivers", "この週の問い合わせはありません。"), history.resolutionWeek());
  }

  private static Group group(
      String service, List<TableRow> rows, DriverHistory history, TopicLabels labels) {
    int limit = service.equals("all") ? OVERALL : PER_SERVICE;
    double largest =
        rows.stream()
            .mapToDouble(row -> row.number("share"))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return new Group(
        Words.of("service", service),
        rows.stream().limit(limit).map(row -> driver(row, largest, history, labels)).toList(),
        rest(rows.stream().skip(limit).toList()));
  }

  private static String rest(List<TableRow> rows) {
    double contacts =
        rows.stream().mapToDouble(row -> row.number("contacts")).filter(Double::isFinite).sum();
    return rows.isEmpty()
        ? ""
        : "ほか %dトピック、計 %s件（少数のため非表示のものを除く）".formatted(rows.size(), JapaneseNumbers.count(contacts));
  }

  private static Driver driver(
      TableRow row, double largest, DriverHistory history, TopicLabels labels) {
    double change = row.number("change_from_previous_week");
    double share = row.number("share");
    return new Driver(
        row.text("rank"),
        labels.of(row, "topic_id"),
        row.shown("contacts", JapaneseNumbers::count),
        percent(share),
        String.valueOf(Double.isFinite(share) ? Math.round(100 * share / largest) : 0),
        Double.isNaN(change) ? NONE : signed(change),
        change > 0 ? "worse" : change < 0 ? "better" : "even",
        history.trend(row),
        resolution(history.newestFinal(row)),
        interval(history.newestFinal(row)),
        decimal(row.number("contacts_per_1000")),
        row.isProvisional());
  }

  private static String resolution(TableRow row) {
    return row.exists() ? row.shown("durable_resolution_rate", JapaneseNumbers::percent) : NONE;
  }

  /** In a final week every contact of the driver counts, so n is its contacts. */
  private static String interval(TableRow row) {
    double n = row.number("contacts");
    double rate = row.number("durable_resolution_rate");
    return Double.isNaN(rate) || !(n > 0)
        ? ""
        : "%s n＝%s"
            .formatted(
                percentRange(Wilson.low(rate * n, n), Wilson.high(rate * n, n)),
                JapaneseNumbers.count(n));
  }
}
