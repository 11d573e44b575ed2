package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Topics fitted to labelled texts and held against the labels, once per seed.
 *
 * <p>Scores count every text: one the model leaves unassigned counts for the topic that is
 * likeliest all the same, one without a known term for the largest topic. Agreement of seeds is the
 * mean adjusted Rand index over their pairs: of all texts, and of those both fits assign.
 *
 * @param texts number of texts
 * @param labels number of distinct labels
 * @param scores one per seed, in the order given
 * @param agreement over all texts; NaN with one seed
 * @param agreementAssigned over the texts both fits assign; NaN with one seed
 */
public record TopicEvaluation(
    int texts, int labels, List<Score> scores, double agreement, double agreementAssigned) {
  private static final int FIRST_TERMS = 10;

  public TopicEvaluation {
    scores = List.copyOf(scores);
  }

  /**
   * One fit held against the labels.
   *
   * @param topics number of topics the fit ended with
   * @param unassigned share of texts below their topic's floor
   * @param joined the topics of two texts sent as one
   */
  public record Score(
      long seed,
      int topics,
      ClusterAgreement labels,
      TermCoherence terms,
      double unassigned,
      JoinedTexts joined) {}

  /**
   * Fits and scores.
   *
   * @param topics number of topics; 0 lets the texts choose
   */
  public static TopicEvaluation of(List<LabelledText> texts, int topics, List<Long> seeds) {
    List<TopicDocument> documents = texts.stream().map(LabelledText::document).toList();
    int[] labels = numbered(texts.stream().map(LabelledText::label).toList());
    List<int[]> likeliest = new ArrayList<>();
    List<int[]> assigned = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (long seed : seeds) {
      TopicFit fit = new TopicFit(topics, seed);
      TopicModel model = fit.fit(documents, Optional.empty(), LocalDate.EPOCH).model();
      int[] best = documents.parallelStream().mapToInt(d -> model.likeliest(d.terms())).toArray();
      int[] own =
          documents.parallelStream().mapToInt(d -> model.strongest(d.terms(), true)).toArray();
      double unassigned = IntStream.of(own).filter(topic -> topic < 0).count();
      ClusterAgreement agreement = ClusterAgreement.of(best, labels);
      scores.add(
          new Score(
              seed,
              model.topics().size(),
              agreement,
              coherence(model, documents),
              unassigned / own.length,
              JoinedTexts.of(model, texts)));
      likeliest.add(best);
      assigned.add(own);
    }
    int distinct = (int) IntStream.of(labels).distinct().count();
    return new TopicEvaluation(
        texts.size(), distinct, scores, agreement(likeliest), agreement(assigned));
  }

  private static TermCoherence coherence(TopicModel model, List<TopicDocument> documents) {
    List<List<String>> first =
        model.topics().stream()
            .map(t -> t.terms().stream().limit(FIRST_TERMS).map(TopicTerm::term).toList())
            .toList();
    return TermCoherence.of(first, documents.stream().map(TopicDocument::terms).toList());
  }

  private static int[] numbered(List<String> labels) {
    Map<String, Integer> numbers = new HashMap<>();
    return labels.stream()
        .mapToInt(label -> numbers.merge(label, numbers.size(), (old, last) -> old))
        .toArray();
  }

  private static double agreement(List<int[]> partitions) {
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(agreement(partitions.get(i), partitions.get(j)));
      }
    }
    return pairs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double agreement(int[] one, int[] other) {
    int[] both = IntStream.range(0, one.length).filter(i -> one[i] >= 0 && other[i] >= 0).toArray();
    return ClusterAgreement.of(
            IntStream.of(both).map(i -> one[i]).toArray(),
            IntStream.of(both).map(i -> other[i]).toArray())
        .adjustedRand();
  }
}
