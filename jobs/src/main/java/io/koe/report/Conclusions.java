package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;
import static io.koe.report.JapaneseNumbers.percent;
import static io.koe.report.JapaneseNumbers.percentRange;
import static io.koe.report.JapaneseNumbers.shortCount;

import java.util.ArrayList;
import java.util.List;

/** The week in a few sentences, from the same rows as the page. */
final class Conclusions {
  private Conclusions() {}

  static List<String> of(
      IsoWeek week, MetricHistory metrics, ChangeSection change, TopicsSection topics) {
    List<String> sentences = new ArrayList<>();
    contacts(week, metrics, sentences);
    if (!change.movers().isEmpty()) {
      sentences.add("増減の大きいトピックは" + String.join("、", change.movers()) + "です。");
    }
    if (!topics.topics().isEmpty() || topics.openEpisodes() > 0) {
      sentences.add(
          "新しいトピックが%d件、続いている急増が%d件あります。".formatted(topics.topics().size(), topics.openEpisodes()));
    }
    resolution(metrics, sentences);
    return sentences;
  }

  private static void contacts(IsoWeek week, MetricHistory metrics, List<String> sentences) {
    TableRow row = metrics.thisWeek("contacts");
    double now = row.number("value");
    double before = metrics.row("contacts", "all", week.minusWeeks(1)).number("value");
    if (Double.isNaN(now)) {
      return;
    }
    String total = "問い合わせは%s件".formatted(shortCount(now));
    if (Double.isNaN(before)) {
      sentences.add(total + "でした" + (row.isProvisional() ? "（速報）" : "") + "。");
      return;
    }
    String direction = now > before ? "増えました" : "減りました";
    String move =
        now == before
            ? "で、前週と同じでした"
            : "で、前週より%s（%s件）%s"
                .formatted(
                    percent(Math.abs(now - before) / before),
                    count(Math.abs(now - before)),
                    direction);
    sentences.add(total + move + (row.isProvisional() ? "（速報）" : "") + "。");
  }

  private static void resolution(MetricHistory metrics, List<String> sentences) {
    TableRow row = metrics.newestFinal("durable_resolution_rate");
    if (row.exists() && !row.isSuppressed()) {
      sentences.add(
          "解決率は、確定済みの最新の週（%s）で%s（95%%区間 %s、n＝%s）です。"
              .formatted(
                  new IsoWeek(row.date("week_start_date")).shortName(),
                  percent(row.number("value")),
                  percentRange(row.number("ci_low"), row.number("ci_high")),
                  count(row.number("denominator"))));
    }
  }
}
