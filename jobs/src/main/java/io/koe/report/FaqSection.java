package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;

import java.util.List;

/**
 * Topics whose customers read help and contact us all the same, or find no help at all.
 *
 * @param rows most contacts first
 * @param absence why there are none
 */
record FaqSection(List<Gap> rows, String absence) {
  private static final int LIMIT = 10;

  /** A topic and the article that does not answer it. */
  record Gap(String topic, String article, String contacts, String readers) {}

  static FaqSection read(ReportQueries queries, TopicLabels labels) {
    return new FaqSection(
        queries.rows("faq_gaps").stream().limit(LIMIT).map(row -> gap(row, labels)).toList(),
        queries.absence("faq_gaps", "この週にFAQの不足は見つかりませんでした。"));
  }

  private static Gap gap(TableRow row, TopicLabels labels) {
    String article = row.text("title").isEmpty() ? row.text("article_id") : row.text("title");
    return new Gap(
        labels.of(row, "topic_id"),
        article.isEmpty() ? "記事なし" : article,
        row.shown("contacts", JapaneseNumbers::count),
        count(row.number("sessions_escalated")));
  }
}
