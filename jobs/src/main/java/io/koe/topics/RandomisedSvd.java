package io.koe.topics;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The strongest right singular vectors of a sparse matrix, by random projection and two power
 * passes (Halko, Martinsson and Tropp 2011, algorithm 4.4), orthonormalised by Cholesky.
 */
final class RandomisedSvd {
  private static final int OVERSAMPLING = 10;
  private static final int POWER_PASSES = 2;

  private final float[][] vectors;
  private final double[] values;

  private RandomisedSvd(float[][] vectors, double[] values) {
    this.vectors = vectors;
    this.values = values;
  }

  static RandomisedSvd of(SparseMatrix matrix, int wanted, long seed) {
    int rank = Math.min(wanted, Math.min(matrix.height(), matrix.width));
    int size = Math.min(rank + OVERSAMPLING, matrix.width);
    float[][] basis = gaussian(matrix.width, size, seed);
    for (int pass = 0; pass < POWER_PASSES; pass++) {
      float[][] left = matrix.times(basis);
      orthonormalise(left);
      basis = matrix.transposeTimes(left);
      orthonormalise(basis);
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
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
    double[] squares = eigen.getRealEigenvalues();
    double[][] rotation = new double[rank][];
    double[] values = new double[rank];
    for (int j = 0; j < rank; j++) {
      rotation[j] = eigen.getEigenvector(j).toArray();
      values[j] = Math.sqrt(Math.max(0, squares[j]));
    }
    float[][] vectors = new float[basis.length][rank];
    for (int i = 0; i < basis.length; i++) {
      for (int j = 0; j < rank; j++) {
        vectors[i][j] = (float) product(basis[i], rotation[j]);
      }
    }
    return new RandomisedSvd(vectors, values);
  }

  private static double product(float[] row, double[] column) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * column[i];
    }
    return sum;
  }

  /** Twice, because once leaves rounding errors. */
  private static void orthonormalise(float[][] rows) {
    choleskyStep(rows);
    choleskyStep(rows);
  }

  private static void choleskyStep(float[][] rows) {
    double[][] lower = cholesky(Dense.gram(rows));
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        double sum = row[j];
        for (int i = 0; i < j; i++) {
          sum -= lower[j][i] * row[i];
        }
        row[j] = (float) (sum / lower[j][j]);
      }
    }
  }

  /** Lower triangle; a column without a direction of its own is left as good as zero. */
  private static double[][] cholesky(double[][] gram) {
    double trace = 0;
    for (int i = 0; i < gram.length; i++) {
      trace += gram[i][i];
    }
    double floor = Math.max(1e-30, trace * 1e-12);
    double[][] lower = new double[gram.length][gram.length];
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = gram[i][j];
        for (int l = 0; l < j; l++) {
          sum -= lower[i][l] * lower[j][l];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, floor)) : sum / lower[j][j];
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
