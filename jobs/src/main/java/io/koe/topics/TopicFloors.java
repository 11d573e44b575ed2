package io.koe.topics;

import java.util.ArrayList;
import java.util.List;

/** How badly a text may fit its best topic before it is unassigned, from each topic's own texts. */
final class TopicFloors {
  private static final double PERCENTILE = 0.05;
  private static final double OF_MEDIAN = 0.4;

  private TopicFloors() {}

  /** One floor per topic of the mixture. */
  static float[] of(List<TopicDocument> documents, MultinomialMixture mixture) {
    List<List<Double>> affinities = new ArrayList<>();
    for (int k = 0; k < mixture.topics(); k++) {
      affinities.add(new ArrayList<>());
    }
    for (int i = 0; i < documents.size(); i++) {
      int length = documents.get(i).terms().size();
      affinities.get(mixture.topicOf()[i]).add(mixture.affinityWithoutItself(i, length));
    }
    float[] floors = new float[mixture.topics()];
    for (int k = 0; k < floors.length; k++) {
      List<Double> sorted = affinities.get(k).stream().sorted().toList();
      floors[k] = sorted.isEmpty() ? 0 : floor(sorted);
    }
    return floors;
  }

  /** The 5th percentile of the topic's own; texts of two topics, with half of it, still pass. */
  private static float floor(List<Double> sorted) {
    double low = sorted.get((int) (PERCENTILE * sorted.size()));
    return (float) Math.min(low, OF_MEDIAN * sorted.get(sorted.size() / 2));
  }
}
