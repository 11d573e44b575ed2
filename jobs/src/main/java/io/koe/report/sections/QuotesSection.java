package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Card;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.List;
import java.util.stream.Collectors;

/** Masked quotes fit to print, by the topics with most contacts. */
final class QuotesSection {
  private static final int TOPICS = 12;

  private QuotesSection() {}

  static Section read(Context context) {
    Voices voices = Voices.read(context);
    List<Card> cards =
        context.rows("drivers").stream()
            .filter(row -> row.text("service").equals("all") && !row.isSuppressed())
            .map(row -> card(context, row, voices))
            .filter(card -> !card.quotes().isEmpty())
            .limit(TOPICS)
            .collect(Collectors.toList());
    return new Section(
        "quotes",
        context.say("quotes.link"),
        context.say("quotes.title"),
        cards.isEmpty()
            ? List.of(Block.empty(context.absence("quotes", "quotes.none")))
            : List.of(Block.lead(context.say("quotes.lead")), new Block.Cards("", cards)));
  }

  private static Card card(Context context, TableRow row, Voices voices) {
    String id = row.text("topic_id");
    String label = context.labels().of(row, "topic_id");
    return new Card(
        label,
        context.topicLink(id),
        "",
        "even",
        List.of(
            context.say("contacts.n", context.shown(row, "contacts", context.numbers()::count))),
        "",
        List.of(),
        voices.quotes(id, Voices.FEW),
        Keys.ofTopic(label));
  }
}
