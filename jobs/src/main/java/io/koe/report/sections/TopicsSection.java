package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Card;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.time.LocalDate;
import java.util.List;

/** New topics, and what grew faster than expected, in customers' own masked words. */
final class TopicsSection {
  private static final int SHOWN = 12;

  private TopicsSection() {}

  static Section read(Context context) {
    return new Section(
        "topics",
        context.say("topics.link"),
        context.say("topics.title"),
        List.of(born(context), grown(context)));
  }

  private static Block born(Context context) {
    List<TableRow> rows = context.rows("new_topics");
    Voices voices = Voices.read(context);
    return rows.isEmpty()
        ? Block.empty(context.absence("new_topics", "topics.none"))
        : new Block.Cards(
            context.say("topics.new", rows.size()),
            rows.stream().limit(SHOWN).map(row -> newTopic(context, row, voices)).toList());
  }

  private static Card newTopic(Context context, TableRow row, Voices voices) {
    String id = row.text("topic_id");
    String label = row.text("label");
    return new Card(
        label,
        context.topicLink(id),
        "",
        "even",
        List.of(
            context.say("born", context.wording().days().withWeekday(row.date("first_seen_date"))),
            context.say("inquiries.n", context.numbers().count(row.number("inquiries")))),
        row.text("terms"),
        voices.contexts(id, Voices.FEW),
        voices.quotes(id, Voices.FEW),
        Keys.ofTopic(label));
  }

  private static Block grown(Context context) {
    List<TableRow> rows = context.rows("episodes");
    Voices voices = Voices.read(context);
    return rows.isEmpty()
        ? Block.empty(context.absence("episodes", "episodes.none"))
        : new Block.Cards(
            context.say("episodes.title"),
            rows.stream().limit(SHOWN).map(row -> episode(context, row, voices)).toList());
  }

  static boolean isOpen(TableRow row, LocalDate weekEnd) {
    // The table tells today's state; the page tells the week's.
    LocalDate closed = row.date("closed_date");
    return closed == null || closed.isAfter(weekEnd);
  }

  static Card episode(Context context, TableRow row, Voices voices) {
    boolean isOpen = isOpen(row, context.week().end());
    String label = context.labels().of(row, "candidate");
    boolean isTopic = row.text("candidate_type").equals("topic");
    return new Card(
        label,
        isTopic ? context.topicLink(row.text("candidate")) : "",
        context.name("status", isOpen ? "open" : "closed"),
        isOpen ? "worse" : "even",
        List.of(
            context.name("candidate_type", row.text("candidate_type")),
            context.say("since", context.wording().days().withWeekday(row.date("opened_date"))),
            context.say("nights", context.numbers().count(row.number("nights"))),
            context.say(
                "peak",
                context.wording().days().withWeekday(row.date("peak_date")),
                context.numbers().count(row.number("peak_observed")))),
        "",
        voices.contexts(row.text("candidate"), Voices.FEW),
        voices.quotes(row.text("candidate"), Voices.FEW),
        Keys.ofTopic(label));
  }
}
