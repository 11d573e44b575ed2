package io.koe.topics;

import java.util.Arrays;

/**
 * Topics as distributions over terms (Nigam et al. 2000), refined by hard EM: every document counts
 * for the topic most likely to have produced its terms. Dirichlet prior of 0.1 per term.
 */
final class MultinomialMixture {
  static final double PRIOR = 0.1;
  private static final int ROUNDS = 5;

  private final CountedDocuments documents;
  private final int topics;
  final int[] topicOf;

  /** Per term, its count in each topic. */
  final double[][] termCounts;

  final double[] topicLengths;
  final int[] sizes;
  final double[] everybody;
  final double length;

  private MultinomialMixture(CountedDocuments documents, int[] topicOf, int topics) {
    this.documents = documents;
    this.topics = topics;
    this.topicOf = topicOf;
    this.termCounts = new double[documents.vocabulary()][topics];
    this.topicLengths = new double[topics];
    this.sizes = new int[topics];
    this.everybody = new double[documents.vocabulary()];
    for (int i = 0; i < topicOf.length; i++) {
      sizes[topicOf[i]]++;
      for (int j = 0; j < documents.counts.columns[i].length; j++) {
        int term = documents.counts.columns[i][j];
        double count = documents.counts.values[i][j];
        termCounts[term][topicOf[i]] += count;
        topicLengths[topicOf[i]] += count;
        everybody[term] += count;
      }
    }
    this.length = Arrays.stream(everybody).sum();
  }

  /** Refines a clustering; topics left with fewer than {@code smallest} documents are given up. */
  static MultinomialMixture refine(
      CountedDocuments documents, int[] clusterOf, int clusters, int smallest) {
    MultinomialMixture mixture = new MultinomialMixture(documents, clusterOf, clusters);
    for (int round = 0; round < ROUNDS; round++) {
      mixture = new MultinomialMixture(documents, mixture.mostLikely(1), clusters);
    }
    int[] last = mixture.mostLikely(smallest);
    int[] numbers = new int[clusters];
    Arrays.fill(numbers, -1);
    int left = 0;
    int[] sizes = new int[clusters];
    Arrays.stream(last).forEach(t -> sizes[t]++);
    for (int topic = 0; topic < clusters; topic++) {
      numbers[topic] = sizes[topic] > 0 ? left++ : -1;
    }
    return new MultinomialMixture(
        documents, Arrays.stream(last).map(t -> numbers[t]).toArray(), left);
  }

  private int[] mostLikely(int smallest) {
    float[][] ratios = ratios();
    float[] priors = priors();
    for (int topic = 0; topic < topics; topic++) {
      if (sizes[topic] < smallest) {
        priors[topic] = Float.NEGATIVE_INFINITY;
      }
    }
    int[] best = new int[topicOf.length];
    for (int i = 0; i < best.length; i++) {
      float[] scores = priors.clone();
      for (int j = 0; j < documents.counts.columns[i].length; j++) {
        Dense.add(scores, documents.counts.values[i][j], ratios[documents.counts.columns[i][j]]);
      }
      best[i] = Dense.largest(scores);
    }
    return best;
  }

  int topics() {
    return topics;
  }

  /** Per term and topic, the log of how much likelier the term is there than anywhere. */
  float[][] ratios() {
    float[][] ratios = new float[termCounts.length][topics];
    double floor = PRIOR * termCounts.length;
    for (int term = 0; term < ratios.length; term++) {
      double background = Math.log((everybody[term] + PRIOR) / (length + floor));
      for (int topic = 0; topic < topics; topic++) {
        double share = (termCounts[term][topic] + PRIOR) / (topicLengths[topic] + floor);
        ratios[term][topic] = (float) (Math.log(share) - background);
      }
    }
    return ratios;
  }

  /** Log of each topic's share of documents. */
  float[] priors() {
    float[] priors = new float[topics];
    for (int topic = 0; topic < topics; topic++) {
      priors[topic] = (float) Math.log((sizes[topic] + 1.0) / (topicOf.length + topics));
    }
    return priors;
  }

  /**
   * How well a document fits its topic, had it not been there when the topic was learnt: mean log
   * ratio of its terms, its own counts taken off.
   */
  double affinityWithoutItself(int document, int unknownTerms) {
    int[] terms = documents.counts.columns[document];
    float[] counts = documents.counts.values[document];
    int topic = topicOf[document];
    double own = 0;
    for (float count : counts) {
      own += count;
    }
    double floor = PRIOR * termCounts.length;
    double sum = 0;
    for (int j = 0; j < terms.length; j++) {
      double here =
          (termCounts[terms[j]][topic] - counts[j] + PRIOR) / (topicLengths[topic] - own + floor);
      double anywhere = (everybody[terms[j]] - counts[j] + PRIOR) / (length - own + floor);
      sum += counts[j] * (Math.log(here) - Math.log(anywhere));
    }
    return sum / (own + unknownTerms);
  }
}
