package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhraseLabelsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-04");
  private static final TopicPlace PLACE = new TopicPlace(Theme.UNASSIGNED, 0.0, 0.0);

  private final Topic delivery = topic("t1", "荷物・配達", 9, "荷物", "届かない", "配達");
  private final Topic identity = topic("t2", "本人確認・審査", 5, "本人確認", "審査", "通らない");
  private final Topic silent = topic("t3", "住所・変更", 2, "住所", "変更");
  private final Map<String, List<PhraseUse>> phrases =
      Map.of(
          "t1",
          List.of(
              use("荷物が届かない", Phrase.Kind.NEED, 20),
              use("配達が遅い", Phrase.Kind.EVENT, 9),
              use("写真が消える", Phrase.Kind.EVENT, 40)),
          "t2",
          List.of(
              use("本人確認が通らない", Phrase.Kind.NEED, 12),
              use("荷物が届かない", Phrase.Kind.NEED, 6),
              use("本人確認の審査", Phrase.Kind.NOUNS, 18),
              use("審査する", Phrase.Kind.ACTION, 30)));

  @Test
  void aTopicIsNamedByThePhraseThatHoldsItsTerms() {
    assertEquals(List.of("荷物が届かない", "本人確認が通らない", "住所・変更"), names(Optional.empty()));
  }

  @Test
  void aNeedThatHoldsOneTermIsNamedWithTheStrongestNoun() {
    Topic card = topic("t4", "カード・審査", 3, "カード", "審査", "申し込む");
    PhraseLabels labels =
        new PhraseLabels(Map.of("t4", List.of(use("審査が進まない", Phrase.Kind.NEED, 8))));
    assertEquals(
        List.of("カード・審査が進まない"),
        labels.name(List.of(card), Optional.empty()).stream().map(Topic::label).toList());
  }

  @Test
  void aNameIsKeptWhileItIsNearlyAsGood() {
    assertEquals(List.of("荷物が届かない", "本人確認の審査", "住所・変更"), names(Optional.of("本人確認の審査")));
    assertEquals(List.of("荷物が届かない", "本人確認が通らない", "住所・変更"), names(Optional.of("写真が消える")));
  }

  private List<String> names(Optional<String> before) {
    List<Topic> topics = List.of(delivery, identity, silent);
    Optional<TopicModel> previous =
        before.map(
            label ->
                new TopicModel(
                    DAY,
                    1,
                    1,
                    1,
                    List.of(identity.named(label)),
                    new String[0],
                    new TermCounts(new int[0][], 1),
                    new float[1],
                    new float[1],
                    Templates.NONE));
    return new PhraseLabels(phrases).name(topics, previous).stream().map(Topic::label).toList();
  }

  private static PhraseUse use(String text, Phrase.Kind kind, int users) {
    return new PhraseUse(text, kind, users);
  }

  private static Topic topic(String id, String label, int inquiries, String... terms) {
    List<TopicTerm> strongest =
        List.of(terms).stream().map(term -> new TopicTerm(term, 5, 9)).toList();
    return new Topic(id, label, DAY, Topic.ACTIVE, inquiries, strongest, PLACE);
  }
}
