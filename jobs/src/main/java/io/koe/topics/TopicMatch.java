package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which topic of the previous model each new topic continues: by the documents both hold first
 * (Dice coefficient), by likeness of their terms second, the best assignment over all pairs.
 */
final class TopicMatch {
  private static final double DOCUMENTS_SHARE = 0.8;
  private static final double THRESHOLD = 0.3;

  private final int[] previousOf;
  private final double[] score;

  private TopicMatch(int[] previousOf, double[] score) {
    this.previousOf = previousOf;
    this.score = score;
  }

  /**
   * Matches a mixture with a model.
   *
   * @param before position of each document's topic in the previous model; -1 when unassigned
   */
  static TopicMatch of(
      MultinomialMixture mixture, CountedDocuments documents, TopicModel previous, int[] before) {
    double[][] scores = dice(mixture, before, previous.topics().size());
    double[][] cosines = cosines(mixture, documents, previous);
    for (int k = 0; k < scores.length; k++) {
      for (int p = 0; p < scores[k].length; p++) {
        scores[k][p] =
            DOCUMENTS_SHARE * scores[k][p] + (1 - DOCUMENTS_SHARE) * Math.max(0, cosines[k][p]);
      }
    }
    int[] previousOf = Hungarian.largest(scores);
    double[] score = new double[scores.length];
    for (int k = 0; k < score.length; k++) {
      score[k] = previousOf[k] < 0 ? 0 : scores[k][previousOf[k]];
      previousOf[k] = score[k] < THRESHOLD ? -1 : previousOf[k];
    }
    return new TopicMatch(previousOf, score);
  }

  /** A match known otherwise, as {@link #previousOf()} and {@link #score()} give it. */
  static TopicMatch given(int[] previousOf, double[] score) {
    return new TopicMatch(previousOf.clone(), score.clone());
  }

  /** No previous model: everything is a birth. */
  static TopicMatch none(int topics) {
    int[] previousOf = new int[topics];
    Arrays.fill(previousOf, -1);
    return new TopicMatch(previousOf, new double[topics]);
  }

  private static double[][] dice(MultinomialMixture mixture, int[] before, int previousTopics) {
    double[][] shared = new double[mixture.topics()][previousTopics];
    double[] then = new double[previousTopics];
    double[] now = new double[mixture.topics()];
    for (int i = 0; i < before.length; i++) {
      if (before[i] >= 0) {
        shared[mixture.topicOf()[i]][before[i]]++;
        then[before[i]]++;
        now[mixture.topicOf()[i]]++;
      }
    }
    for (int k = 0; k < now.length; k++) {
      for (int p = 0; p < previousTopics; p++) {
        shared[k][p] = shared[k][p] == 0 ? 0 : 2 * shared[k][p] / (now[k] + then[p]);
      }
    }
    return shared;
  }

  private static double[][] cosines(
      MultinomialMixture mixture, CountedDocuments documents, TopicModel previous) {
    float[][] ratios = mixture.counts().ratios();
    List<float[]> now = new ArrayList<>();
    List<float[]> then = new ArrayList<>();
    for (int term = 0; term < documents.vocabulary(); term++) {
      float[] old = previous.ratiosOf(documents.terms[term]);
      if (old != null) {
        now.add(ratios[term]);
        then.add(old);
      }
    }
    double[][] cosines = new double[mixture.topics()][previous.topics().size()];
    double[] squaresNow = new double[mixture.topics()];
    double[] squaresThen = new double[previous.topics().size()];
    for (int t = 0; t < now.size(); t++) {
      for (int k = 0; k < cosines.length; k++) {
        float value = Math.max(0, now.get(t)[k]);
        squaresNow[k] += value * value;
        for (int p = 0; value > 0 && p < cosines[k].length; p++) {
          cosines[k][p] += value * Math.max(0, then.get(t)[p]);
        }
      }
      for (int p = 0; p < squaresThen.length; p++) {
        double value = Math.max(0, then.get(t)[p]);
        squaresThen[p] += value * value;
      }
    }
    for (int k = 0; k < cosines.length; k++) {
      for (int p = 0; p < cosines[k].length; p++) {
        double norm = Math.sqrt(squaresNow[k] * squaresThen[p]);
        cosines[k][p] = norm == 0 ? 0 : cosines[k][p] / norm;
      }
    }
    return cosines;
  }

  /** Position in the previous model's topics per new topic; -1 for a birth. */
  int[] previousOf() {
    return previousOf;
  }

  /** Likeness per new topic, 0 to 1. */
  double[] score() {
    return score;
  }
}
