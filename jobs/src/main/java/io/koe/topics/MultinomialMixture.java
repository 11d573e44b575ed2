package io.koe.topics;

import java.util.Arrays;

/**
 * Topics as distributions over terms (Nigam et al. 2000), refined by hard EM: every document counts
 * for the topic most likely to have produced its terms.
 */
final class MultinomialMixture {
  private final CountedDocuments documents;
  private final int topics;
  private final int[] topicOf;
  private final int[] sizes;
  private final TermCounts counts;

  private MultinomialMixture(CountedDocuments documents, int[] topicOf, int topics) {
    this.documents = documents;
    this.topics = topics;
    this.topicOf = topicOf;
    this.sizes = new int[topics];
    int[][] termCounts = new int[documents.vocabulary()][topics];
    for (int i = 0; i < topicOf.length; i++) {
      if (topicOf[i] < 0) {
        continue;
      }
      sizes[topicOf[i]]++;
      for (int j = 0; j < documents.counts.columns[i].length; j++) {
        termCounts[documents.counts.columns[i][j]][topicOf[i]] +=
            (int) documents.counts.values[i][j];
      }
    }
    this.counts = new TermCounts(termCounts, topics);
  }

  /** Refines a clustering; topics left with fewer than {@code smallest} documents are given up. */
  static MultinomialMixture refine(
      CountedDocuments documents, int[] clusterOf, int clusters, int rounds, int smallest) {
    MultinomialMixture mixture = new MultinomialMixture(documents, clusterOf, clusters);
    for (int round = 1; round < rounds; round++) {
      mixture = new MultinomialMixture(documents, mixture.mostLikely(1), clusters);
    }
    return mixture.renumbered(mixture.mostLikely(smallest));
  }

  /**
   * Documents stay where they are; those in no topic, or in one with fewer than {@code smallest},
   * go where they most likely belong.
   */
  static MultinomialMixture complete(
      CountedDocuments documents, int[] topicOf, int topics, int smallest) {
    MultinomialMixture mixture = new MultinomialMixture(documents, topicOf, topics);
    int[] likeliest = mixture.mostLikely(smallest);
    int[] complete = topicOf.clone();
    for (int i = 0; i < complete.length; i++) {
      boolean stays = topicOf[i] >= 0 && mixture.sizes[topicOf[i]] >= smallest;
      complete[i] = stays ? topicOf[i] : likeliest[i];
    }
    return mixture.renumbered(complete);
  }

  /**
   * Every document in the topic likeliest to have produced it, when the last topic is a new one
   * with few documents yet.
   *
   * @param topicOf where documents were; -1 = in none, from which no topic learns
   */
  static int[] assignWithNew(CountedDocuments documents, int[] topicOf, int topics) {
    MultinomialMixture mixture = new MultinomialMixture(documents, topicOf, topics);
    float[][] ratios = mixture.counts.ratios();
    mixture.counts.smooth(ratios, topics - 1);
    return mixture.mostLikely(1, ratios);
  }

  /**
   * Log likelihood of the terms of some documents under the mixture learnt from others, summed over
   * all topics a document may be of; their order doesn't count.
   *
   * @param topicOf topic of each document; -1 = not learnt from
   * @param heldOut numbers of the documents to explain
   */
  static double logLikelihood(
      CountedDocuments documents, int[] topicOf, int topics, int[] heldOut) {
    MultinomialMixture mixture = new MultinomialMixture(documents, topicOf, topics);
    float[][] ratios = mixture.counts.ratios();
    float[] priors = mixture.priors();
    double[] logLikelihoods = new double[heldOut.length];
    Rows.each(
        heldOut.length,
        h -> {
          int[] terms = documents.counts.columns[heldOut[h]];
          float[] values = documents.counts.values[heldOut[h]];
          float[] scores = priors.clone();
          Dense.addAll(scores, values, j -> ratios[terms[j]]);
          logLikelihoods[h] = logOfSum(scores) + mixture.counts.logAnywhere(terms, values);
        });
    return Arrays.stream(logLikelihoods).sum();
  }

  private static double logOfSum(float[] logs) {
    float largest = logs[Dense.largest(logs)];
    double sum = 0;
    for (float log : logs) {
      sum += Math.exp(log - largest);
    }
    return largest + Math.log(sum);
  }

  /** The same without topics that have no documents. */
  private MultinomialMixture renumbered(int[] last) {
    int[] numbers = new int[topics];
    Arrays.fill(numbers, -1);
    int left = 0;
    for (int topic : Arrays.stream(last).sorted().distinct().toArray()) {
      numbers[topic] = left++;
    }
    int[] renumbered = Arrays.stream(last).map(t -> numbers[t]).toArray();
    return new MultinomialMixture(documents, renumbered, left);
  }

  private int[] mostLikely(int smallest) {
    return mostLikely(smallest, counts.ratios());
  }

  private int[] mostLikely(int smallest, float[][] ratios) {
    float[] priors = priors();
    int largest = Arrays.stream(sizes).max().orElse(0);
    for (int topic = 0; topic < topics; topic++) {
      if (sizes[topic] < Math.min(smallest, largest)) {
        priors[topic] = Float.NEGATIVE_INFINITY;
      }
    }
    int[] best = new int[topicOf.length];
    int[][] terms = documents.counts.columns;
    Rows.each(
        best.length,
        i -> {
          float[] scores = priors.clone();
          Dense.addAll(scores, documents.counts.values[i], j -> ratios[terms[i][j]]);
          best[i] = Dense.largest(scores);
        });
    return best;
  }

  int topics() {
    return topics;
  }

  /** Topic of each document. */
  int[] topicOf() {
    return topicOf;
  }

  /** Documents of each topic. */
  int[] sizes() {
    return sizes;
  }

  TermCounts counts() {
    return counts;
  }

  /** Log of each topic's share of documents. */
  float[] priors() {
    float[] priors = new float[topics];
    for (int topic = 0; topic < topics; topic++) {
      priors[topic] =
          (float) Math.log((sizes[topic] + 1.0) / (Arrays.stream(sizes).sum() + topics));
    }
    return priors;
  }

  /**
   * How well a document fits its topic, had it not been there when the topic was learnt: mean log
   * ratio of its terms, its own counts taken off; terms that speak against it count as 0.
   */
  double affinityWithoutItself(int document, int length) {
    int[] terms = documents.counts.columns[document];
    float[] own = documents.counts.values[document];
    double known = 0;
    for (float count : own) {
      known += count;
    }
    double sum = 0;
    for (int j = 0; j < terms.length; j++) {
      sum += own[j] * Math.max(0, counts.ratioWithout(terms[j], topicOf[document], own[j], known));
    }
    return sum / length;
  }
}
