package io.koe.topics;

import java.util.Arrays;
import java.util.Random;

/**
 * The strongest right singular vectors of a sparse matrix, by random projection and power passes
 * (Halko, Martinsson and Tropp 2011, algorithm 4.4), orthonormalised by Cholesky.
 */
final class RandomisedSvd {
  private static final int OVERSAMPLING = 10;

  /** A square that much smaller than what it was taken from is the rounding of floats. */
  private static final double ROUNDING = 1e-6;

  private final float[][] vectors;
  private final double[] values;

  private RandomisedSvd(float[][] vectors, double[] values) {
    this.vectors = vectors;
    this.values = values;
  }

  static RandomisedSvd of(SparseMatrix matrix, int wanted, int powerPasses, long seed) {
    int rank = Math.min(wanted, Math.min(matrix.height(), matrix.width));
    int size = Math.min(rank + OVERSAMPLING, matrix.width);
    SparseMatrix transposed = matrix.transposed();
    float[][] basis = gaussian(matrix.width, size, seed);
    for (int pass = 0; pass < powerPasses; pass++) {
      basis = orthonormal(transposed.times(matrix.times(basis)));
    }
    return rotate(basis, Dense.gram(matrix.times(basis)), rank);
  }

  private static float[][] gaussian(int rows, int columns, long seed) {
    Random random = new Random(seed);
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  private static RandomisedSvd rotate(float[][] basis, double[][] gram, int rank) {
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    float[][] rotation = new float[basis[0].length][rank];
    double[] values = new double[rank];
    for (int j = 0; j < rank; j++) {
      double[] vector = eigen.vector(j);
      for (int i = 0; i < vector.length; i++) {
        rotation[i][j] = (float) vector[i];
      }
      values[j] = Math.sqrt(Math.max(0, eigen.value(j)));
    }
    return new RandomisedSvd(Dense.times(basis, rotation), values);
  }

  /** Twice, because once leaves rounding errors. */
  private static float[][] orthonormal(float[][] rows) {
    return choleskyStep(choleskyStep(rows));
  }

  private static float[][] choleskyStep(float[][] rows) {
    return Dense.times(rows, inverseTransposed(cholesky(Dense.gram(rows))));
  }

  /** The upper triangle that undoes a lower one from the right. */
  private static float[][] inverseTransposed(double[][] lower) {
    int size = lower.length;
    double[][] inverse = new double[size][size];
    float[][] transposed = new float[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int l = j; l < i; l++) {
          sum -= lower[i][l] * inverse[l][j];
        }
        inverse[i][j] = lower[i][i] == 0 ? 0 : sum / lower[i][i];
        transposed[j][i] = (float) inverse[i][j];
      }
    }
    return transposed;
  }

  /** Lower triangle; a column without a direction of its own is left as zero. */
  private static double[][] cholesky(double[][] gram) {
    double[][] lower = new double[gram.length][gram.length];
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = gram[i][j];
        for (int l = 0; l < j; l++) {
          sum -= lower[i][l] * lower[j][l];
        }
        if (i == j) {
          lower[i][i] = sum > ROUNDING * gram[i][i] ? Math.sqrt(sum) : 0;
        } else {
          lower[i][j] = lower[j][j] == 0 ? 0 : sum / lower[j][j];
        }
      }
    }
    return lower;
  }

  /** The vectors of a matrix's rows in the space of the singular vectors. */
  float[][] project(SparseMatrix matrix) {
    return matrix.times(vectors);
  }

  /** Rows scaled by one over the root of the singular values: U√S of the rows. */
  float[][] projectRooted(SparseMatrix matrix) {
    float[][] rows = project(matrix);
    double[] roots = Arrays.stream(values).map(v -> v > 1e-9 ? 1 / Math.sqrt(v) : 0).toArray();
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= (float) roots[j];
      }
    }
    return rows;
  }

  /** One row per column of the matrix, one column per singular value. */
  float[][] vectors() {
    return vectors;
  }

  /** Singular values, largest first. */
  double[] values() {
    return values;
  }
}
