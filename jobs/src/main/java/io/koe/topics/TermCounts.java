package io.koe.topics;

import java.util.Arrays;

/**
 * How often each term occurs in each topic, and what follows from it: how much likelier a term is
 * in a topic than anywhere, with a Dirichlet prior of 0.1 per term.
 */
final class TermCounts {
  private static final double PRIOR = 0.1;
  private static final double LOG_PRIOR = Math.log(PRIOR);

  /** Terms that what all texts are like is worth beside the texts of a new topic. */
  private static final double TERMS_OF_ALL = 200;

  private final int[][] counts;
  private final int[] everywhere;
  private final long[] topicLengths;
  private final double floor;
  private long length;

  /**
   * Counts to go on from.
   *
   * @param counts one row per term, one column per topic
   */
  TermCounts(int[][] counts, int topics) {
    this.counts = counts;
    this.everywhere = new int[counts.length];
    this.topicLengths = new long[topics];
    this.floor = PRIOR * counts.length;
    for (int term = 0; term < counts.length; term++) {
      for (int topic = 0; topic < topics; topic++) {
        everywhere[term] += counts[term][topic];
        topicLengths[topic] += counts[term][topic];
        length += counts[term][topic];
      }
    }
  }

  int[] of(int term) {
    return counts[term];
  }

  int terms() {
    return counts.length;
  }

  /** Per term and topic, the log of how much likelier the term is there than anywhere. */
  float[][] ratios() {
    float[][] ratios = new float[counts.length][topicLengths.length];
    double[] topicLogs = new double[topicLengths.length];
    Arrays.setAll(topicLogs, topic -> Math.log(topicLengths[topic] + floor));
    Rows.each(
        ratios.length,
        term -> {
          double anywhere = Math.log(everywhere[term] + PRIOR) - Math.log(length + floor);
          for (int topic = 0; topic < topicLogs.length; topic++) {
            int count = counts[term][topic];
            double here = count == 0 ? LOG_PRIOR : Math.log(count + PRIOR);
            ratios[term][topic] = (float) (here - topicLogs[topic] - anywhere);
          }
        });
    return ratios;
  }

  /**
   * Replaces the ratios of a topic with few texts: its prior is what all texts are like (Zhai and
   * Lafferty, ACM TOIS 22 (2004) 179-214, Dirichlet prior), so that a common word it does not have
   * yet says little against it.
   */
  void smooth(float[][] ratios, int topic) {
    double topicLog = Math.log(topicLengths[topic] + TERMS_OF_ALL);
    for (int term = 0; term < counts.length; term++) {
      double anywhere = (everywhere[term] + PRIOR) / (length + floor);
      double here = Math.log(counts[term][topic] + TERMS_OF_ALL * anywhere) - topicLog;
      ratios[term][topic] = (float) (here - Math.log(anywhere));
    }
  }

  /** Log likelihood of terms that often, whatever the topic. */
  double logAnywhere(int[] terms, float[] often) {
    double sum = 0;
    for (int j = 0; j < terms.length; j++) {
      sum += often[j] * (Math.log(everywhere[terms[j]] + PRIOR) - Math.log(length + floor));
    }
    return sum;
  }

  /**
   * The log ratio of a term had a document of the topic not been there.
   *
   * @param own how often the document has the term
   * @param ownLength how many known terms the document has
   */
  double ratioWithout(int term, int topic, double own, double ownLength) {
    double here =
        (Math.max(0, counts[term][topic] - own) + PRIOR)
            / (Math.max(0, topicLengths[topic] - ownLength) + floor);
    double anywhere =
        (Math.max(0, everywhere[term] - own) + PRIOR) / (Math.max(0, length - ownLength) + floor);
    return Math.log(here) - Math.log(anywhere);
  }
}
