package io.koe.topics;

import java.util.Arrays;

/**
 * How often each term occurs in each topic, and what follows from it: how much likelier a term is
 * in a topic than anywhere, with a Dirichlet prior of 0.1 per term.
 */
final class TermCounts {
  private static final double PRIOR = 0.1;
  private static final double LOG_PRIOR = Math.log(PRIOR);

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
