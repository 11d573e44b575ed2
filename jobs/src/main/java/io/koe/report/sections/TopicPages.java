package io.koe.report.sections;

import io.koe.report.data.IsoWeek;
import io.koe.report.data.TableRow;
import io.koe.report.page.Bars;
import io.koe.report.page.Block;
import io.koe.report.page.Card;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** Each topic's history, most contacts of the week first. */
final class TopicPages {
  private static final int TOPICS = 150;
  private static final int QUOTES = 5;
  private static final int CONTEXTS = 10;

  private final Context context;
  private final TopicRows rows;
  private final Voices voices;

  private TopicPages(Context context) {
    this.context = context;
    this.rows = TopicRows.read(context);
    this.voices = Voices.read(context);
  }

  static Section read(Context context) {
    List<TableRow> topics =
        context.rows("drivers").stream()
            .filter(row -> row.text("service").equals("all") && !row.isSuppressed())
            .filter(row -> !row.text("topic_id").equals("unassigned"))
            .toList();
    List<Block> blocks = new ArrayList<>();
    if (topics.isEmpty()) {
      blocks.add(Block.empty(context.absence("drivers", "drivers.none")));
    } else {
      blocks.add(
          Block.lead(
              context.say("topic.pages.lead", Math.min(TOPICS, topics.size()), topics.size())));
    }
    TopicPages pages = new TopicPages(context);
    topics.stream().limit(TOPICS).map(pages::topic).forEach(blocks::add);
    return new Section("all", context.say("all.link"), context.say("all.title"), blocks);
  }

  private Block topic(TableRow row) {
    String id = row.text("topic_id");
    String label = context.labels().of(row, "topic_id");
    List<Block> blocks = new ArrayList<>();
    blocks.add(bars(id, label));
    blocks.add(words(id, row, label));
    blocks.add(TopicWeeks.table(context, id, label, rows));
    if (!rows.releases(id).isEmpty()) {
      blocks.add(
          ReleasesSection.table(context, "releases-" + PageNames.anchor(id), rows.releases(id)));
    }
    blocks.add(new Block.Sentences(Lineage.sentences(context, id, rows)));
    return new Block.Fold(
        PageNames.anchor(id),
        context.say(
            "topic.summary",
            row.text("rank"),
            label,
            context.numbers().count(row.number("contacts"))),
        Keys.ofTopic(label + " " + rows.terms(id)),
        blocks);
  }

  private Bars bars(String id, String label) {
    List<IsoWeek> weeks = context.drivers().weeks("all", id);
    List<Double> contacts = context.drivers().contacts("all", id);
    return Bars.of(
        label + " " + SeriesWords.of(context, "contacts.weekly.words", weeks, contacts),
        weeks.stream().map(IsoWeek::shortName).toList(),
        contacts,
        contacts.stream().map(context.numbers()::count).toList());
  }

  private Block words(String id, TableRow row, String label) {
    double change = row.number("change_from_previous_week");
    return new Block.Cards(
        "",
        List.of(
            new Card(
                context.say("own.words"),
                "",
                "",
                "even",
                List.of(
                    context.say(
                        "change.count",
                        Double.isNaN(change)
                            ? context.numbers().none()
                            : context.numbers().signed(change))),
                rows.terms(id),
                voices.contexts(id, CONTEXTS),
                voices.quotes(id, QUOTES),
                Keys.ofTopic(label))));
  }
}
