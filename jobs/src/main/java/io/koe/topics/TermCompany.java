package io.koe.topics;

import java.util.stream.IntStream;

/** Which of the most frequent terms a term shares documents with. */
final class TermCompany {
  private static final int CONTEXTS = 2000;
  private static final double SMOOTHING = 0.75;

  private final SparseMatrix ppmi;
  private final double[] peculiarity;

  private TermCompany(SparseMatrix ppmi, double[] peculiarity) {
    this.ppmi = ppmi;
    this.peculiarity = peculiarity;
  }

  static TermCompany of(CountedDocuments documents) {
    int contexts = Math.min(CONTEXTS, documents.vocabulary());
    int[][] documentsOfTerms = documents.documentsOfTerms();
    double[] everybody = new double[contexts];
    for (int context = 0; context < contexts; context++) {
      for (int document : documentsOfTerms[context]) {
        everybody[context] += documents.counts.columns[document].length - 1;
      }
    }
    double[] smoothed = shares(everybody, SMOOTHING);
    double[] plain = shares(everybody, 1);
    int[][] columns = new int[documents.vocabulary()][];
    float[][] values = new float[documents.vocabulary()][];
    double[] peculiarity = new double[documents.vocabulary()];
    Rows.each(
        columns.length,
        term -> {
          int[] counts = new int[contexts];
          int total = count(documents, documentsOfTerms[term], term, counts);
          peculiarity[term] = divergence(counts, total, plain);
          columns[term] = positive(counts, total, smoothed);
          values[term] = information(columns[term], counts, total, smoothed);
        });
    return new TermCompany(new SparseMatrix(columns, values, contexts), peculiarity);
  }

  private static double[] shares(double[] counts, double power) {
    double[] shares = new double[counts.length];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      shares[i] = Math.pow(Math.max(counts[i], 0.5), power);
      sum += shares[i];
    }
    for (int i = 0; i < counts.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static int count(CountedDocuments documents, int[] list, int term, int[] counts) {
    int total = 0;
    for (int document : list) {
      for (int other : documents.counts.columns[document]) {
        if (other >= counts.length) {
          break;
        }
        if (other != term) {
          counts[other]++;
          total++;
        }
      }
    }
    return total;
  }

  private static double divergence(int[] counts, int total, double[] everybody) {
    double sum = 0;
    for (int context = 0; context < counts.length; context++) {
      if (counts[context] > 0) {
        double share = (double) counts[context] / total;
        sum += share * Math.log(share / everybody[context]);
      }
    }
    return Math.max(sum, 0);
  }

  private static int[] positive(int[] counts, int total, double[] smoothed) {
    return IntStream.range(0, counts.length).filter(c -> counts[c] > smoothed[c] * total).toArray();
  }

  private static float[] information(int[] columns, int[] counts, int total, double[] smoothed) {
    float[] values = new float[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = (float) Math.log(counts[columns[i]] / (smoothed[columns[i]] * total));
    }
    return values;
  }

  /**
   * Positive pointwise mutual information with each context term, context distribution smoothed by
   * 0.75 (Levy, Goldberg and Dagan 2015).
   */
  SparseMatrix ppmi() {
    return ppmi;
  }

  /**
   * Kullback–Leibler divergence of the term's company from everybody's: する keeps everybody's
   * company (near 0), 匿名配送 its own.
   */
  double[] peculiarity() {
    return peculiarity;
  }
}
