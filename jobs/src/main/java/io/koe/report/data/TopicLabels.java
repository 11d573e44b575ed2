package io.koe.report.data;

import java.util.HashMap;
import java.util.Map;

/** Names of topics as they were in the week. */
public final class TopicLabels {
  private final Map<String, String> labels = new HashMap<>();
  private final String pool;

  private TopicLabels(String pool) {
    this.pool = pool;
  }

  /**
   * Reads them.
   *
   * @param pool the reader's word for what has no topic
   */
  public static TopicLabels read(ReportQueries queries, String pool) {
    TopicLabels names = new TopicLabels(pool);
    queries
        .rows("topic_labels")
        .forEach(row -> names.labels.put(row.text("topic_id"), row.text("label")));
    return names;
  }

  /** The topic's label; a word for the pool; the id when it has no label. */
  public String of(String topicId) {
    return topicId.equals("unassigned") ? pool : labels.getOrDefault(topicId, topicId);
  }

  /** The label a row carries itself, else the topic's. */
  public String of(TableRow row, String idColumn) {
    String id = row.text(idColumn);
    String own = row.text("label");
    return own.isEmpty() || id.equals("unassigned") ? of(id) : own;
  }
}
