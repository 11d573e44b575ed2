package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermCoherenceTest {
  private static final List<List<String>> DOCUMENTS =
      List.of(
          List.of("返金", "返品", "返金"),
          List.of("返金", "返品"),
          List.of("返金"),
          List.of("発送"),
          List.of("発送", "追跡"),
          List.of(),
          List.of("発送"),
          List.of("発送"));

  @Test
  void termsAlwaysTogetherCohereFully() {
    List<List<String>> documents = List.of(List.of("返金", "返品"), List.of("発送"));
    assertEquals(1, TermCoherence.of(List.of(List.of("返金", "返品")), documents).coherence(), 1e-12);
  }

  @Test
  void coherenceIsInformationOverItsMost() {
    // p(返金) = 3/8, p(返品) = 2/8, together 2/8: log(8/3) ÷ log(4).
    double expected = Math.log(8 / 3.0) / Math.log(4);
    assertEquals(
        expected, TermCoherence.of(List.of(List.of("返金", "返品")), DOCUMENTS).coherence(), 1e-12);
  }

  @Test
  void termsNeverTogetherCohereLeast() {
    assertEquals(-1, TermCoherence.of(List.of(List.of("返金", "発送")), DOCUMENTS).coherence(), 0);
  }

  @Test
  void diversityIsTheShareOfDistinctTerms() {
    List<List<String>> topics = List.of(List.of("返金", "返品"), List.of("返金", "発送"));
    assertEquals(0.75, TermCoherence.of(topics, DOCUMENTS).diversity(), 0);
  }
}
