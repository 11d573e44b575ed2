package io.koe.topics;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Histories of topics and themes as rows of {@code topics} and {@code topic_themes}. */
final class HistoryRows {
  private HistoryRows() {}

  static List<TopicHistory.Span> topics(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row ->
                new TopicHistory.Span(
                    row.getAs("topic_id"),
                    row.getAs("label"),
                    row.getAs("terms"),
                    row.<Long>getAs("inquiries"),
                    day(row, "first_seen_date"),
                    row.getAs("status"),
                    row.getAs("theme_id"),
                    row.getAs("map_x"),
                    row.getAs("map_y"),
                    day(row, "valid_from"),
                    day(row, "valid_to")))
        .toList();
  }

  static List<ThemeHistory.Span> themes(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row ->
                new ThemeHistory.Span(
                    row.getAs("theme_id"),
                    row.getAs("label"),
                    row.getAs("terms"),
                    row.<Integer>getAs("topics"),
                    day(row, "valid_from"),
                    day(row, "valid_to")))
        .toList();
  }

  static List<Row> ofTopics(List<TopicHistory.Span> spans) {
    return spans.stream().map(HistoryRows::row).toList();
  }

  static List<Row> ofThemes(List<ThemeHistory.Span> spans) {
    return spans.stream().map(HistoryRows::row).toList();
  }

  private static Row row(TopicHistory.Span span) {
    return RowFactory.create(
        span.topicId(),
        span.label(),
        span.terms(),
        span.inquiries(),
        Date.valueOf(span.firstSeen()),
        span.status(),
        span.themeId(),
        span.mapX(),
        span.mapY(),
        Date.valueOf(span.validFrom()),
        date(span.validTo()));
  }

  private static Row row(ThemeHistory.Span span) {
    return RowFactory.create(
        span.themeId(),
        span.label(),
        span.terms(),
        span.topics(),
        Date.valueOf(span.validFrom()),
        date(span.validTo()));
  }

  private static LocalDate day(Row row, String column) {
    Date date = row.getAs(column);
    return date == null ? null : date.toLocalDate();
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
