package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicEvaluationTest {
  private static final List<TopicDocument> DOCUMENTS = Themes.documents(302, 7);

  @Test
  void topicsThatAreTheLabelsScoreNearlyOneAndSeedsAgree() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS.size(); i++) {
      texts.add(text(i, "theme " + i % Themes.WORDS.size()));
    }
    TopicEvaluation evaluation = TopicEvaluation.of(texts, 6, List.of(1L, 2L));
    assertEquals(6, evaluation.labels());
    assertTrue(evaluation.agreement() > 0.95);
    for (TopicEvaluation.Score score : evaluation.scores()) {
      assertEquals(6, score.topics());
      assertTrue(score.labels().vMeasure() > 0.95, score.toString());
      assertTrue(score.terms().coherence() > 0, score.toString());
      assertTrue(score.joined().precision() > 0.95, score.toString());
      assertTrue(score.joined().recall() > 0.9, score.toString());
    }
    String table = new EvaluationTable(evaluation, List.of()).text();
    assertTrue(table.startsWith("302 texts, 6 labels, 2 seeds\n"), table);
    assertTrue(table.contains("topics               6.0000   0.0000"), table);
  }

  @Test
  void labelsThatSayNothingScoreNothing() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS.size(); i++) {
      texts.add(text(i, "half " + i / 6 % 2));
    }
    TopicEvaluation evaluation = TopicEvaluation.of(texts, 6, List.of(1L));
    assertEquals(0, evaluation.scores().get(0).labels().adjustedMutualInformation(), 0.03);
    String json = new EvaluationTable(evaluation, List.of(new TopicCountScore(8, -1.5))).json();
    assertTrue(json.contains("\"seeds_ari\":null"), json);
    assertTrue(json.contains("{\"topics\":8,\"log_likelihood\":-1.5}"), json);
  }

  private static LabelledText text(int number, String label) {
    TopicDocument document = DOCUMENTS.get(number);
    TermSegment sentence = new TermSegment(0, document.terms());
    return new LabelledText(document.inquiryId(), List.of(sentence), label, Optional.empty());
  }
}
