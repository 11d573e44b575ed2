package io.koe.report.data;

import java.util.List;

/** Contacts per thousand of a service's use, for the one measure the page prints. */
public final class ContactRates {
  /** Rates per person come first; what the input lacks is passed over. */
  private static final List<String> PREFERRED = List.of("active_users", "users", "transactions");

  private ContactRates() {}

  public static List<TableRow> ofOneMeasure(List<TableRow> rows) {
    String first = rows.isEmpty() ? "" : rows.get(0).text("measure");
    String measure =
        PREFERRED.stream().filter(one -> hasMeasure(rows, one)).findFirst().orElse(first);
    return rows.stream().filter(row -> row.text("measure").equals(measure)).toList();
  }

  public static TableRow of(List<TableRow> rates, IsoWeek week) {
    return rates.stream()
        .filter(row -> week.start().equals(row.date("week_start_date")))
        .findFirst()
        .orElse(TableRow.NONE);
  }

  private static boolean hasMeasure(List<TableRow> rows, String measure) {
    return rows.stream().anyMatch(row -> row.text("measure").equals(measure));
  }
}
