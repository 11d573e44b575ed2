package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;

import java.util.List;

/**
 * Counts of the rule-based feeds for public relations, legal and safety.
 *
 * @param rows gravest first
 * @param absence why there are none
 */
record WatchSection(List<Rule> rows, String absence) {

  /** A rule's week. */
  record Rule(
      String name, String severity, String tone, String routedTo, String now, String before) {}

  static WatchSection read(ReportQueries queries) {
    return new WatchSection(
        queries.rows("watch").stream().map(WatchSection::rule).toList(),
        queries.absence("watch", "この2週間にルールへ該当した問い合わせはありません。"));
  }

  private static Rule rule(TableRow row) {
    String severity = row.text("severity");
    return new Rule(
        row.text("title"),
        Words.of("severity", severity),
        severity.equals("high") ? "worse" : "even",
        Words.of("routed_to", row.text("routed_to")),
        cell(row, "inquiries", "is_hidden"),
        cell(row, "inquiries_previous_week", "is_hidden_previous_week"));
  }

  /** A rule without a row had no inquiry. */
  private static String cell(TableRow row, String column, String hidden) {
    if (row.flag(hidden)) {
      return TableRow.SUPPRESSED;
    }
    return row.has(column) ? count(row.number(column)) : "0";
  }
}
