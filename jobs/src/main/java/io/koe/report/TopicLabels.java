package io.koe.report;

import java.util.HashMap;
import java.util.Map;

/** Names of topics as they were in the week. */
final class TopicLabels {
  private final Map<String, String> labels = new HashMap<>();

  static TopicLabels read(ReportQueries queries) {
    TopicLabels names = new TopicLabels();
    queries
        .rows("topic_labels")
        .forEach(row -> names.labels.put(row.text("topic_id"), row.text("label")));
    return names;
  }

  /** The topic's label; a word for the pool; the id when it has no label. */
  String of(String topicId) {
    return topicId.equals("unassigned")
        ? Words.of("topic", topicId)
        : labels.getOrDefault(topicId, topicId);
  }

  /** The label a row carries itself, else the topic's. */
  String of(TableRow row, String idColumn) {
    String id = row.text(idColumn);
    String own = row.text("label");
    return own.isEmpty() || id.equals("unassigned") ? of(id) : own;
  }
}
