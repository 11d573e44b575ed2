package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Card;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Customers' masked words of the week, by topic. */
final class Voices {
  static final int FEW = 3;

  private final Context context;
  private final Map<String, List<TableRow>> quotes;
  private final Map<String, List<TableRow>> contexts;

  private Voices(Context context) {
    this.context = context;
    this.quotes = byTopic(context.rows("quotes"));
    this.contexts = byTopic(context.rows("topic_contexts"));
  }

  static Voices read(Context context) {
    return new Voices(context);
  }

  List<Card.Quote> quotes(String topicId, int limit) {
    return quotes.getOrDefault(topicId, List.of()).stream()
        .limit(limit)
        .map(row -> new Card.Quote(row.text("quote"), context.name("service", row.text("service"))))
        .toList();
  }

  List<Card.Context> contexts(String topicId, int limit) {
    return contexts.getOrDefault(topicId, List.of()).stream()
        .limit(limit)
        .map(
            row ->
                new Card.Context(
                    row.text("left_text"), row.text("keyword"), row.text("right_text")))
        .toList();
  }

  private static Map<String, List<TableRow>> byTopic(List<TableRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.text("topic_id")));
  }
}
