package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.topics.taxonomy.CodingRuleParser;
import io.koe.topics.taxonomy.CuratedTopic;
import io.koe.topics.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurationTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-04");
  private static final TopicPlace PLACE =
      new TopicPlace(new Theme("h1", "モデルのテーマ", List.of()), 0.1, 0.2);

  private final Curation curation =
      new Curation(
          new Taxonomy(
              List.of(
                  new CuratedTopic("a", "合わせた話題", "発送", List.of("a", "b"), null, List.of(), false),
                  new CuratedTopic(
                      "coded",
                      "規則の話題",
                      "規則",
                      List.of(),
                      CodingRuleParser.parse("返金"),
                      List.of(),
                      false),
                  new CuratedTopic("gone", "終わった話題", null, List.of("gone"), null, List.of(), false),
                  new CuratedTopic("kept", "残す話題", "発送", List.of("kept"), null, List.of(), true)),
              Set.of("d"),
              "hash"));

  @Test
  void mergedTopicsAreOneAndTheOthersSaySo() {
    List<Topic> topics =
        curation.topics(List.of(topic("a", 3), topic("b", 5), topic("c", 2), topic("d", 1)), DAY);
    assertEquals(
        List.of(
            "a active 8",
            "coded active 0",
            "kept active 0",
            "b merged 5",
            "c active 2",
            "d hidden 1"),
        topics.stream().map(t -> t.id() + " " + t.status() + " " + t.inquiries()).toList());
    assertEquals("合わせた話題", topics.get(0).label());
    assertEquals("発送", topics.get(0).place().theme().label());
    assertEquals("返金", topics.get(1).tenTerms());
    assertEquals("合わせた話題", topics.get(3).label());
    assertEquals(PLACE, topics.get(4).place());
  }

  @Test
  void anInquiryIsInTheMergedTopicOnceWithTheWeightsOfBoth() {
    List<TopicWeight> weights =
        curation.topics(
            List.of("発送"),
            List.of(new TopicWeight("b", 0.4, true, 1), new TopicWeight("a", 0.35, false, 1)));
    assertEquals(List.of(new TopicWeight("a", 0.75, true, 1)), weights);
  }

  @Test
  void aRuleComesBeforeTheModel() {
    assertEquals(
        List.of(new TopicWeight("coded", 1, true, 2)),
        curation.topics(List.of("返金", "発送"), List.of(new TopicWeight("c", 1, true, 2))));
  }

  @Test
  void aHiddenTopicsInquiriesAreUnassignedAndItsSharesLeftOut() {
    assertEquals(
        List.of(TopicWeight.UNASSIGNED),
        curation.topics(List.of("発送"), List.of(new TopicWeight("d", 1, true, 2))));
    assertEquals(
        List.of(new TopicWeight("c", 0.6, true, 2)),
        curation.topics(
            List.of("発送"),
            List.of(new TopicWeight("c", 0.6, true, 2), new TopicWeight("d", 0.4, false, 2))));
  }

  private static Topic topic(String id, int inquiries) {
    return new Topic(id, id, DAY, Topic.ACTIVE, inquiries, List.of(new TopicTerm(id, 1, 2)), PLACE);
  }
}
