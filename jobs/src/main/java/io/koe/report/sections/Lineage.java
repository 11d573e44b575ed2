package io.koe.report.sections;

import io.koe.report.data.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Where a topic came from, in words. */
final class Lineage {
  private static final int EVENTS = 6;

  private Lineage() {}

  static List<String> sentences(Context context, String topicId, TopicRows rows) {
    List<String> sentences = new ArrayList<>();
    TableRow topic = rows.topic(topicId);
    if (topic.exists()) {
      sentences.add(
          context.say(
              "lineage.first", context.wording().days().inFull(topic.date("first_seen_date"))));
    }
    rows.lineage(topicId).stream()
        .filter(row -> row.has("previous_topic_id"))
        .limit(EVENTS)
        .map(row -> event(context, row))
        .forEach(sentences::add);
    sentences.add(context.say("topic.id", topicId));
    return sentences;
  }

  private static String event(Context context, TableRow row) {
    return context.say(
        "lineage.event",
        context.wording().days().inFull(row.date("model_date")),
        context.name("event", row.text("event")),
        context.labels().of(row.text("previous_topic_id")));
  }
}
