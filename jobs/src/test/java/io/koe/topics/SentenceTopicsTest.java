package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceTopicsTest {
  @Test
  void sentencesOfOneTopicHaveOne() {
    assertArrayEquals(new int[] {1, 1, 1}, topics(1, of(0, 8, 0), of(2, 3, 0), of(0, 9, 2)));
  }

  @Test
  void aSentenceThatClearlyIsOfAnotherTopicHasIt() {
    assertArrayEquals(new int[] {1, 2, 1}, topics(1, of(0, 8, 0), of(0, 1, 9), of(2, 3, 0)));
  }

  @Test
  void aTopicThatOnlyTheWholeFitsIsGivenUp() {
    assertArrayEquals(new int[] {0, 2}, topics(1, of(12, 5, 0), of(0, 5, 12)));
  }

  @Test
  void anInquiryOfTwoThemesHasBothByItsSentences() {
    TopicModel model =
        new TopicFit(6, 1).fit(Themes.documents(300, 7), Optional.empty(), LocalDate.EPOCH).model();
    List<TermSegment> segments =
        Stream.of(List.of("返金", "返品", "偽物"), List.of("匿名配送", "発送", "荷物", "追跡番号", "梱包"))
            .map(terms -> new TermSegment(0, terms))
            .toList();
    List<TopicWeight> weights = model.assignSegments(segments, false);
    assertEquals(2, weights.size());
    assertEquals(1, weights.stream().mapToDouble(TopicWeight::weight).sum(), 1e-9);
    assertEquals(1, weights.stream().filter(TopicWeight::isPrimary).count());
    assertEquals(
        model.assign(List.of("返金", "返品", "偽物"), false).get(0).topicId(),
        weights.stream().filter(w -> w.weight() < 0.5).findFirst().orElseThrow().topicId());
  }

  private static int[] topics(int first, float[]... sentences) {
    return new SentenceTopics(sentences).of(first);
  }

  private static float[] of(float... scores) {
    return scores;
  }
}
