package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;
import static io.koe.report.JapaneseNumbers.decimal;
import static io.koe.report.JapaneseNumbers.points;
import static io.koe.report.JapaneseNumbers.signedPercent;

import java.util.List;
import java.util.Locale;

/**
 * What releases and incidents did.
 *
 * @param rows what got worse first, then what got better, then what cannot be told
 * @param absence why there are none
 */
record ReleasesSection(List<Impact> rows, String absence) {
  private static final int LIMIT = 20;
  private static final double MULTIPLE = 3;

  /** A release's effect on a topic or on all. */
  record Impact(
      String title,
      String kind,
      String started,
      String topic,
      String metric,
      String size,
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
        topic.equals("all") ? "全トピック" : labels.of(row, "topic_id"),
        Words.of("metric", row.text("metric_id")),
        count(row.number("contacts_before")) + "→" + count(row.number("contacts_after")),
        effect(row, "effect"),
        effect(row, "effect_low") + "〜" + effect(row, "effect_high"),
        Words.of("verdict", verdict),
        verdict.equals("worse") || verdict.equals("better") ? verdict : "even");
  }

  /** Counts as a ratio to what the control leads to expect; rates as a difference. */
  private static String effect(TableRow row, String column) {
    double effect = row.number(column);
    return row.text("metric_id").endsWith("_rate") ? points(effect) : ratio(effect);
  }

  /** Small ones as a change in percent, large ones as a multiple. */
  private static String ratio(double effect) {
    return Double.isNaN(effect) || effect < MULTIPLE
        ? signedPercent(effect - 1)
        : decimal(effect) + "倍";
  }
}
