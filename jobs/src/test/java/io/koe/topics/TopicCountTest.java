package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicCountTest {
  @Test
  void themesAreCountedFromTheDocumentsAlone() {
    List<List<String>> themes = new ArrayList<>();
    for (int theme = 0; theme < 24; theme++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < 8; word++) {
        words.add("話題" + theme + "の" + word);
      }
      themes.add(words);
    }
    Random random = new Random(11);
    List<TopicDocument> documents = new ArrayList<>();
    for (int i = 0; i < 960; i++) {
      documents.add(Themes.document(String.format("q%04d", i), themes.get(i % 24), random));
    }
    List<TopicCountScore> curve = new TopicFit(0, 1).curve(documents);
    int chosen = TopicCount.best(curve);
    assertTrue(chosen >= 16 && chosen <= 32, curve.toString());
  }

  @Test
  void theSmallestOfEquallyLikelyNumbersIsChosen() {
    assertEquals(
        11,
        TopicCount.best(
            List.of(
                new TopicCountScore(8, -3),
                new TopicCountScore(11, -2),
                new TopicCountScore(16, -2))));
  }

  @Test
  void noDocumentsHaveNoCurve() {
    assertEquals(List.of(), new TopicFit(0, 1).curve(List.of()));
  }
}
