package io.koe.topics;

import java.util.Arrays;

/**
 * One vector of length 1 per document: latent semantic analysis joined with averaged word vectors.
 *
 * <p>LSA carries long texts, whose topics differ by their words; word vectors rescue texts too
 * short to share words. So the weight of the second falls with the number n of terms: λ = c ÷ (c +
 * n). Terms count as bm25(tf) times their {@link TermWeights}; those of the word vectors stay plain
 * when LSA's are learnt from a clustering.
 *
 * <p>Where documents have embeddings by a language model, these, less their mean, are joined to
 * that with equal weight.
 */
final class DocumentVectors {
  private static final int LSA_DIMENSIONS = 100;
  private static final int WORD_DIMENSIONS = 100;
  private static final double LENGTH_CONSTANT = 6;
  private static final double BM25_K = 1.2;
  private static final double BM25_B = 0.75;

  /** Random projections are always the same, so that the same texts have the same vectors. */
  private static final long PROJECTION = 5;

  private final CountedDocuments documents;
  private final int powerPasses;
  private final double[] plainWeights;
  private final float[][] averages;

  /** Vectors; the more passes, the nearer to the singular vectors, see {@link RandomisedSvd}. */
  DocumentVectors(CountedDocuments documents, int powerPasses) {
    this.documents = documents;
    this.powerPasses = powerPasses;
    TermCompany company = TermCompany.of(documents);
    this.plainWeights = TermWeights.plain(documents, company);
    float[][] words =
        RandomisedSvd.of(company.ppmi(), WORD_DIMENSIONS, powerPasses, PROJECTION + 1)
            .projectRooted(company.ppmi());
    SparseMatrix weighted = weighted(plainWeights);
    this.averages = weighted.times(words);
    centre(averages, weighted);
    Rows.each(averages.length, i -> Dense.normalise(averages[i]));
  }

  /** Before anything is known of topics. */
  float[][] plain() {
    return joined(plainWeights);
  }

  /** Once a clustering tells which terms matter; −1 = in no cluster. */
  float[][] telling(int[] clusterOf, int clusters) {
    return joined(TermWeights.telling(documents, clusterOf, clusters));
  }

  private SparseMatrix weighted(double[] weights) {
    double[] lengths = new double[documents.size()];
    Arrays.setAll(lengths, i -> length(documents, i));
    double mean = Math.max(Arrays.stream(lengths).sum() / lengths.length, 1e-9);
    float[][] values = new float[documents.size()][];
    for (int i = 0; i < values.length; i++) {
      int[] terms = documents.counts.columns[i];
      values[i] = new float[terms.length];
      double saturation = BM25_K * (1 - BM25_B + BM25_B * lengths[i] / mean);
      for (int j = 0; j < terms.length; j++) {
        double tf = documents.counts.values[i][j];
        values[i][j] = (float) (tf * (BM25_K + 1) / (tf + saturation) * weights[terms[j]]);
      }
      Dense.normalise(values[i]);
    }
    return new SparseMatrix(documents.counts.columns, values, documents.vocabulary());
  }

  private static double length(CountedDocuments documents, int document) {
    double length = 0;
    for (float count : documents.counts.values[document]) {
      length += count;
    }
    return length;
  }

  /** Takes the mean of the non-empty rows off each of them. */
  private static void centre(float[][] rows, SparseMatrix weighted) {
    double[] mean = new double[rows[0].length];
    int filled = 0;
    for (int i = 0; i < rows.length; i++) {
      Dense.normalise(rows[i]);
      filled += weighted.columns[i].length > 0 ? 1 : 0;
      for (int j = 0; j < mean.length; j++) {
        mean[j] += rows[i][j];
      }
    }
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; weighted.columns[i].length > 0 && j < mean.length; j++) {
        rows[i][j] -= (float) (mean[j] / filled);
      }
    }
  }

  private float[][] joined(double[] weights) {
    SparseMatrix weighted = weighted(weights);
    float[][] lsa =
        RandomisedSvd.of(weighted, LSA_DIMENSIONS, powerPasses, PROJECTION).project(weighted);
    int first = lsa[0].length;
    float[][] joined = new float[lsa.length][first + averages[0].length];
    for (int i = 0; i < joined.length; i++) {
      Dense.normalise(lsa[i]);
      double share = LENGTH_CONSTANT / (LENGTH_CONSTANT + length(documents, i));
      for (int j = 0; j < joined[i].length; j++) {
        joined[i][j] =
            (float)
                (j < first
                    ? lsa[i][j] * Math.sqrt(1 - share)
                    : averages[i][j - first] * Math.sqrt(share));
      }
      Dense.normalise(joined[i]);
    }
    return documents.embeddings.isEmpty() ? joined : embedded(joined);
  }

  private float[][] embedded(float[][] corpus) {
    float[][] centred = new float[corpus.length][documents.embeddings.get(0).size()];
    for (int i = 0; i < centred.length; i++) {
      for (int j = 0; j < centred[i].length; j++) {
        centred[i][j] = documents.embeddings.get(i).at(j);
      }
    }
    centre(centred, documents.counts);
    float[][] joined = new float[corpus.length][];
    for (int i = 0; i < joined.length; i++) {
      Dense.normalise(centred[i]);
      int width = corpus[i].length;
      joined[i] = Arrays.copyOf(corpus[i], width + centred[i].length);
      System.arraycopy(centred[i], 0, joined[i], width, centred[i].length);
      Dense.normalise(joined[i]);
    }
    return joined;
  }
}
