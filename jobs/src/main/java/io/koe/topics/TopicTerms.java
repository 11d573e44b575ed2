package io.koe.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The terms that mark each topic, by log-odds z: the log odds of a document having the term, in the
 * topic against all others, with the corpus as the prior, over its standard error (Monroe, Colaresi
 * and Quinn 2008).
 */
final class TopicTerms {
  private static final int KEPT = 20;
  private static final double PRIOR_DOCUMENTS = 10;

  private TopicTerms() {}

  /** Strongest first, equals in the terms' own order; one list per topic. */
  static List<List<TopicTerm>> of(CountedDocuments documents, int[] topicOf, int topics) {
    int[][] having = new int[documents.vocabulary()][topics];
    int[] sizes = new int[topics];
    for (int i = 0; i < topicOf.length; i++) {
      sizes[topicOf[i]]++;
      for (int term : documents.counts.columns[i]) {
        having[term][topicOf[i]]++;
      }
    }
    return IntStream.range(0, topics)
        .parallel()
        .mapToObj(topic -> strongest(documents, having, sizes[topic], topic))
        .toList();
  }

  private static List<TopicTerm> strongest(
      CountedDocuments documents, int[][] having, int size, int topic) {
    List<TopicTerm> scored = new ArrayList<>();
    for (int term = 0; term < having.length; term++) {
      int here = having[term][topic];
      if (here >= 2) {
        double z = z(here, size, documents.documentFrequency[term], documents.size());
        scored.add(new TopicTerm(documents.terms[term], z, here));
      }
    }
    scored.removeIf(t -> t.score() <= 0);
    scored.sort(
        Comparator.comparingDouble((TopicTerm t) -> -t.score()).thenComparing(TopicTerm::term));
    return List.copyOf(scored.subList(0, Math.min(KEPT, scored.size())));
  }

  private static double z(double here, double size, double everywhere, double all) {
    double share = everywhere / all;
    double hits = here + PRIOR_DOCUMENTS * share;
    double misses = size - here + PRIOR_DOCUMENTS * (1 - share);
    double otherHits = everywhere - here + PRIOR_DOCUMENTS * share;
    double otherMisses = all - size - (everywhere - here) + PRIOR_DOCUMENTS * (1 - share);
    double difference = Math.log(hits / misses) - Math.log(otherHits / otherMisses);
    return difference / Math.sqrt(1 / hits + 1 / otherHits);
  }
}
