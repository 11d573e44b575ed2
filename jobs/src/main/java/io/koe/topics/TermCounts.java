package io.koe.topics;

/**
 * How often each term occurs in each topic, and what follows from it: how much likelier a term is
 * in a topic than anywhere, with a Dirichlet prior of 0.1 per term.
 */
final class TermCounts {
  private static final double PRIOR = 0.1;

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
    for (int term = 0; term < ratios.length; term++) {
      for (int topic = 0; topic < topicLengths.length; topic++) {
        ratios[term][topic] = (float) ratioWithout(term, topic, 0, 0);
      }
    }
    return ratios;
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
