package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * New topics, and what grew faster than expected, in customers' own masked words.
 *
 * @param topics born in the two weeks up to this one's end
 * @param topicsAbsence why there are none
 * @param episodes open at some time of the week
 * @param episodesAbsence why there are none
 */
record TopicsSection(
    List<NewTopic> topics, String topicsAbsence, List<Episode> episodes, String episodesAbsence) {
  private static final int QUOTES = 3;

  /** A customer's masked words. */
  record Quote(String text, String service) {}

  /** A topic that is new. */
  record NewTopic(String label, String born, String size, String terms, List<Quote> quotes) {}

  /** One rise, from its first alert to its end. */
  record Episode(
      String label,
      String type,
      String status,
      boolean isOpen,
      String opened,
      String nights,
      String peak,
      List<Quote> quotes) {}

  static TopicsSection read(ReportQueries queries, TopicLabels labels) {
    Map<String, List<Quote>> quotes = quotes(queries);
    LocalDate end = queries.week().end();
    return new TopicsSection(
        queries.rows("new_topics").stream().map(row -> newTopic(row, quotes)).toList(),
        queries.absence("new_topics", "この2週間に生まれたトピックはありません。"),
        queries.rows("episodes").stream().map(row -> episode(row, end, labels, quotes)).toList(),
        queries.absence("episodes", "この週に続いていた急増はありません。"));
  }

  long openEpisodes() {
    return episodes.stream().filter(Episode::isOpen).count();
  }

  private static Map<String, List<Quote>> quotes(ReportQueries queries) {
    return queries.rows("quotes").stream()
        .collect(
            Collectors.groupingBy(
                row -> row.text("topic_id"),
                Collectors.mapping(
                    row -> new Quote(row.text("quote"), Words.of("service", row.text("service"))),
                    Collectors.collectingAndThen(
                        Collectors.toList(), all -> all.stream().limit(QUOTES).toList()))));
  }

  private static NewTopic newTopic(TableRow row, Map<String, List<Quote>> quotes) {
    return new NewTopic(
        row.text("label"),
        Days.withWeekday(row.date("first_seen_date")),
        count(row.number("inquiries")) + "件",
        row.text("terms"),
        quotes.getOrDefault(row.text("topic_id"), List.of()));
  }

  private static Episode episode(
      TableRow row, LocalDate weekEnd, TopicLabels labels, Map<String, List<Quote>> quotes) {
    LocalDate closed = row.date("closed_date");
    // The table tells today's state; the page tells the week's.
    boolean isOpen = closed == null || closed.isAfter(weekEnd);
    return new Episode(
        labels.of(row, "candidate"),
        Words.of("candidate_type", row.text("candidate_type")),
        Words.of("status", isOpen ? "open" : "closed"),
        isOpen,
        Days.withWeekday(row.date("opened_date")),
        count(row.number("nights")) + "日間",
        "%s、1日 %s件"
            .formatted(Days.withWeekday(row.date("peak_date")), count(row.number("peak_observed"))),
        quotes.getOrDefault(row.text("candidate"), List.of()));
  }
}
