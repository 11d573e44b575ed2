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
    return new Gap(
        labels.of(row, "topic_id"),
        article(row),
        count(row.number("contacts")),
        row.has("article_id") ? count(row.number("sessions_escalated")) : JapaneseNumbers.NONE);
  }

  /** The article's title; for a topic without one, the article that has its words, if any does. */
  private static String article(TableRow row) {
    if (row.has("article_id")) {
      return row.has("title") ? row.text("title") : row.text("article_id");
    }
    return row.has("nearest_title") ? "記事なし（近い記事：" + row.text("nearest_title") + "）" : "記事なし";
  }
}
