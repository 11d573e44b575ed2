package io.koe.report.sections;

import io.koe.report.data.TableRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What several tables know of a topic. */
final class TopicRows {
  private final Map<String, TableRow> topics;
  private final Map<String, List<TableRow>> weeks;
  private final Map<String, List<TableRow>> releases;
  private final Map<String, List<TableRow>> lineage;

  private TopicRows(Context context) {
    this.topics =
        context.rows("valid_topics").stream()
            .collect(Collectors.toMap(row -> row.text("topic_id"), row -> row, (a, b) -> a));
    this.weeks = byTopic(context, "topic_weeks");
    this.releases = byTopic(context, "releases");
    this.lineage = byTopic(context, "lineage");
  }

  static TopicRows read(Context context) {
    return new TopicRows(context);
  }

  String terms(String topicId) {
    return topics.getOrDefault(topicId, TableRow.NONE).text("terms");
  }

  /** The topic as it was in the week. */
  TableRow topic(String topicId) {
    return topics.getOrDefault(topicId, TableRow.NONE);
  }

  List<TableRow> weeks(String topicId) {
    return weeks.getOrDefault(topicId, List.of());
  }

  List<TableRow> releases(String topicId) {
    return releases.getOrDefault(topicId, List.of());
  }

  List<TableRow> lineage(String topicId) {
    return lineage.getOrDefault(topicId, List.of());
  }

  private static Map<String, List<TableRow>> byTopic(Context context, String query) {
    return context.rows(query).stream().collect(Collectors.groupingBy(row -> row.text("topic_id")));
  }
}
