package io.koe.topics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.RunTables;
import io.koe.text.Phrase;
import io.koe.text.PhraseExtractor;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Phrases of the most typical inquiries of each topic of a fit, with the customers who use them.
 * The texts are as many as topics allow, 200 each, so they are read on the driver.
 */
final class TopicPhrases {
  private static final int TYPICAL = 200;
  private static final StructType MEMBERS = StructType.fromDDL("inquiry_id string, topic string");

  private TopicPhrases() {}

  /** A document of the fit and how well it fits its topic. */
  private record Member(String inquiryId, double typicality) {}

  /** The newest version of an inquiry's text. */
  private record Text(String topicId, LocalDate arrival, String userId, String body) {
    private static final Comparator<Text> ORDER =
        Comparator.comparing(Text::arrival).thenComparing(Text::userId).thenComparing(Text::body);

    Text newer(Text other) {
      return ORDER.compare(this, other) >= 0 ? this : other;
    }
  }

  /** Who says a phrase, and how often it is written how. */
  private record Said(Phrase.Kind kind, Set<String> users, Map<String, Integer> spellings) {
    String mostOften() {
      return spellings.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .orElseThrow()
          .getKey();
    }
  }

  /**
   * Phrases by topic.
   *
   * @param documents those of the fit
   * @param templates what of the texts isn't their customers' own
   * @param minimumUsers phrases of fewer distinct customers of a topic are left out
   */
  static Map<String, List<PhraseUse>> of(
      RunTables tables,
      List<TopicDocument> documents,
      TopicModel model,
      Templates templates,
      int minimumUsers) {
    Dataset<Row> members = tables.spark().createDataFrame(members(documents, model), MEMBERS);
    Map<String, Text> newest = new TreeMap<>();
    bodies(tables, model.modelDate())
        .join(broadcast(members), "inquiry_id")
        .select("inquiry_id", "topic", "arrival_date", "user_id", "body")
        .collectAsList()
        .forEach(row -> newest.merge(row.getString(0), text(row, templates), Text::newer));
    return uses(List.copyOf(newest.values()), minimumUsers);
  }

  private static Text text(Row row, Templates templates) {
    LocalDate arrival = row.<Date>getAs(2).toLocalDate();
    String body = templates.own(row.getString(4));
    return new Text(row.getString(1), arrival, row.getString(3), body);
  }

  private static Dataset<Row> bodies(RunTables tables, LocalDate night) {
    return tables
        .read("landed_inquiries")
        .where(col("arrival_date").leq(lit(night)))
        .where(col("arrival_date").gt(lit(night.minusDays(ModelCalendar.WINDOW_DAYS))));
  }

  private static List<Row> members(List<TopicDocument> documents, TopicModel model) {
    Map<String, List<Member>> byTopic = new HashMap<>();
    for (TopicDocument document : documents) {
      for (TopicWeight weight : model.assign(document.terms(), true)) {
        if (weight.isPrimary()) {
          byTopic
              .computeIfAbsent(weight.topicId(), topic -> new ArrayList<>())
              .add(new Member(document.inquiryId(), weight.typicality(document.terms().size())));
        }
      }
    }
    byTopic.remove(Topic.UNASSIGNED);
    Comparator<Member> mostTypical =
        Comparator.comparingDouble((Member m) -> -m.typicality()).thenComparing(Member::inquiryId);
    List<Row> rows = new ArrayList<>();
    byTopic.forEach(
        (topic, members) ->
            members.stream()
                .sorted(mostTypical)
                .limit(TYPICAL)
                .forEach(m -> rows.add(RowFactory.create(m.inquiryId(), topic))));
    return rows;
  }

  private static Map<String, List<PhraseUse>> uses(List<Text> texts, int minimumUsers) {
    Map<String, Map<String, Said>> said = new TreeMap<>();
    List<List<Set<Phrase>>> blocks = Rows.blocks(texts.size(), block -> phrases(texts, block));
    List<Set<Phrase>> phrases = blocks.stream().flatMap(List::stream).toList();
    for (int i = 0; i < texts.size(); i++) {
      Map<String, Said> ofTopic =
          said.computeIfAbsent(texts.get(i).topicId(), topic -> new TreeMap<>());
      for (Phrase phrase : phrases.get(i)) {
        Said one =
            ofTopic.computeIfAbsent(
                phrase.meaning().toLowerCase(Locale.ROOT),
                meaning -> new Said(phrase.kind(), new HashSet<>(), new HashMap<>()));
        one.users().add(texts.get(i).userId());
        one.spellings().merge(phrase.text(), 1, Integer::sum);
      }
    }
    Map<String, List<PhraseUse>> uses = new LinkedHashMap<>();
    said.forEach((topic, ofTopic) -> uses.put(topic, common(ofTopic, minimumUsers)));
    return uses;
  }

  private static List<Set<Phrase>> phrases(List<Text> texts, Rows.Block block) {
    PhraseExtractor extractor = new PhraseExtractor();
    return texts.subList(block.from(), block.to()).stream()
        .map(text -> extractor.phrases(text.body()))
        .toList();
  }

  private static List<PhraseUse> common(Map<String, Said> ofTopic, int minimumUsers) {
    return ofTopic.values().stream()
        .filter(one -> one.users().size() >= minimumUsers)
        .map(one -> new PhraseUse(one.mostOften(), one.kind(), one.users().size()))
        .toList();
  }
}
