package io.koe.report;

import static io.koe.report.JapaneseNumbers.signedPercent;

import java.util.List;
import java.util.Locale;

/**
 * What releases and incidents did.
 *
 * @param rows newest first
 * @param absence why there are none
 */
record ReleasesSection(List<Impact> rows, String absence) {
  private static final int LIMIT = 20;

  /** A release's effect on a topic or on all. */
  record Impact(
      String title,
      String kind,
      String started,
      String service,
      String topic,
      String effect,
      String interval,
      String verdict,
      String tone) {}

  static ReleasesSection read(ReportQueries queries, TopicLabels labels) {
    return new ReleasesSection(
        queries.rows("releases").stream().limit(LIMIT).map(row -> impact(row, labels)).toList(),
        queries.absence("releases", "直近4週間に評価できるリリースはありません。"));
  }

  private static Impact impact(TableRow row, TopicLabels labels) {
    String verdict = row.text("verdict").toLowerCase(Locale.ROOT).replace(' ', '_');
    String topic = row.text("topic_id");
    return new Impact(
        row.text("title"),
        Words.of("kind", row.text("kind")),
        Days.withWeekday(row.date("started_date")),
        Words.of("service", row.text("service")),
        topic.equals("all") ? "全トピック" : labels.of(row, "topic_id"),
        row.shown("effect", JapaneseNumbers::signedPercent),
        signedPercent(row.number("ci_low")) + "〜" + signedPercent(row.number("ci_high")),
        Words.of("verdict", verdict),
        verdict.equals("worse") || verdict.equals("better") ? verdict : "even");
  }
}
