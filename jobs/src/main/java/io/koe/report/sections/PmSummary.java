package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** The week for product managers, in a few sentences from the same rows as the page. */
final class PmSummary {
  private PmSummary() {}

  static Section read(Context context) {
    Figures figures = new Figures(context);
    return Summaries.section(
        context,
        sentences(context),
        List.of(
            figures.contacts(),
            figures.contactRate(),
            figures.rate("durable_resolution_rate"),
            figures.rate("self_resolution_rate"),
            figures.hours("first_reply_hours_median")));
  }

  private static List<String> sentences(Context context) {
    List<String> sentences = new ArrayList<>();
    Summaries.contacts(context).ifPresent(sentences::add);
    List<String> movers = Movers.inWords(context);
    if (!movers.isEmpty()) {
      sentences.add(context.say("movers.words", context.wording().list(movers)));
    }
    List<TableRow> born = context.rows("new_topics");
    long open =
        context.rows("episodes").stream()
            .filter(row -> TopicsSection.isOpen(row, context.week().end()))
            .count();
    if (!born.isEmpty() || open > 0) {
      sentences.add(context.say("new.and.open", born.size(), open));
    }
    long worse =
        context.rows("releases").stream()
            .filter(row -> row.text("verdict").equals("worse"))
            .count();
    if (worse > 0) {
      sentences.add(context.say("releases.worse", worse));
    }
    Summaries.rate(context, "durable_resolution_rate").ifPresent(sentences::add);
    return sentences;
  }
}
