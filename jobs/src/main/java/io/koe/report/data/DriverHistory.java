package io.koe.report.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weeks behind the drivers, by service and topic. */
public final class DriverHistory {
  private static final String WITHHELD = "withheld";

  private final IsoWeek week;
  private final Map<List<String>, Map<IsoWeek, TableRow>> rows;
  private final IsoWeek newestFinal;

  private DriverHistory(IsoWeek week, List<TableRow> rows) {
    this.week = week;
    this.rows =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> key(row.text("service"), row.text("topic_id")),
                    Collectors.toMap(TableRow::week, row -> row, (a, b) -> a)));
    this.newestFinal =
        rows.stream()
            .filter(row -> row.has("durable_resolution_rate"))
            .map(TableRow::week)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  public static DriverHistory read(ReportQueries queries) {
    return new DriverHistory(queries.week(), queries.rows("driver_trends"));
  }

  /** The weeks up to this one since the driver's first, oldest first. */
  public List<IsoWeek> weeks(String service, String topicId) {
    Map<IsoWeek, TableRow> known = known(service, topicId);
    return IntStream.rangeClosed(1 - ReportQueries.WEEKS, 0)
        .mapToObj(back -> week.minusWeeks(-back))
        .dropWhile(one -> !known.containsKey(one))
        .toList();
  }

  /**
   * Contacts of these weeks. A week without a row had none, or NaN where its service withholds
   * topics of too few users: the driver may be one of them.
   */
  public List<Double> contacts(String service, String topicId) {
    Map<IsoWeek, TableRow> known = known(service, topicId);
    Map<IsoWeek, TableRow> withheld = known(service, WITHHELD);
    return weeks(service, topicId).stream()
        .map(
            one ->
                known.containsKey(one)
                    ? known.get(one).number("contacts")
                    : withheld.containsKey(one) ? Double.NaN : 0.0)
        .toList();
  }

  /** The driver's row of this week, or {@link TableRow#NONE}. */
  public TableRow thisWeek(String service, String topicId) {
    return known(service, topicId).getOrDefault(week, TableRow.NONE);
  }

  /** The driver in the newest week that has final resolutions. */
  public TableRow newestFinal(TableRow driver) {
    return newestFinal == null
        ? TableRow.NONE
        : known(driver.text("service"), driver.text("topic_id"))
            .getOrDefault(newestFinal, TableRow.NONE);
  }

  /** {@code W38}, or empty when no week is final. */
  public String resolutionWeek() {
    return newestFinal == null ? "" : newestFinal.shortName();
  }

  private Map<IsoWeek, TableRow> known(String service, String topicId) {
    return rows.getOrDefault(key(service, topicId), Map.of());
  }

  private static List<String> key(String service, String topicId) {
    return List.of(service, topicId);
  }
}
