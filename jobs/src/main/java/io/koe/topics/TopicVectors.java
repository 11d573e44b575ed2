package io.koe.topics;

import java.util.Arrays;

/**
 * One vector of length 1 per topic, by which topics are alike: class-based TF-IDF of its terms,
 * √(count ÷ topic's length) · log(1 + mean topic length ÷ count everywhere), less the mean topic.
 * The root keeps one frequent word from deciding; without the mean, what all topics speak of makes
 * no two alike.
 */
final class TopicVectors {
  private TopicVectors() {}

  static float[][] of(TermCounts counts) {
    int topics = counts.terms() == 0 ? 0 : counts.of(0).length;
    double[] lengths = new double[topics];
    for (int term = 0; term < counts.terms(); term++) {
      for (int topic = 0; topic < topics; topic++) {
        lengths[topic] += counts.of(term)[topic];
      }
    }
    double mean = Arrays.stream(lengths).average().orElse(0);
    float[][] vectors = new float[topics][counts.terms()];
    for (int term = 0; term < counts.terms(); term++) {
      int[] row = counts.of(term);
      double rarity = Math.log(1 + mean / Math.max(1, Arrays.stream(row).sum()));
      for (int topic = 0; topic < topics; topic++) {
        double share = row[topic] / Math.max(1, lengths[topic]);
        vectors[topic][term] = (float) (Math.sqrt(share) * rarity);
      }
    }
    Arrays.stream(vectors).forEach(Dense::normalise);
    centre(vectors);
    return vectors;
  }

  private static void centre(float[][] vectors) {
    for (int term = 0; vectors.length > 0 && term < vectors[0].length; term++) {
      double sum = 0;
      for (float[] vector : vectors) {
        sum += vector[term];
      }
      for (float[] vector : vectors) {
        vector[term] -= (float) (sum / vectors.length);
      }
    }
    Arrays.stream(vectors).forEach(Dense::normalise);
  }
}
