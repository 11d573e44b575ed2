package io.koe.topics;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Eigenvalues and vectors of a symmetric matrix. Taken from its singular value decomposition, whose
 * vectors are the same up to a sign, the eigenvalue's: commons-math's own eigenvalue decomposition
 * does not converge for some matrices with rows of zeros, as those of texts that are much alike
 * are.
 */
final class SymmetricEigen {
  private final RealMatrix vectors;
  private final double[] values;
  private final int[] order;

  private SymmetricEigen(RealMatrix vectors, double[] values, int[] order) {
    this.vectors = vectors;
    this.values = values;
    this.order = order;
  }

  static SymmetricEigen of(double[][] matrix) {
    SingularValueDecomposition svd =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false));
    double[] values = svd.getSingularValues();
    for (int i = 0; i < values.length; i++) {
      if (svd.getU().getColumnVector(i).dotProduct(svd.getV().getColumnVector(i)) < 0) {
        values[i] = -values[i];
      }
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -values[i]))
            .mapToInt(i -> i)
            .toArray();
    return new SymmetricEigen(svd.getV(), values, order);
  }

  /** The largest is number 0. */
  double value(int number) {
    return values[order[number]];
  }

  /** The vector of an eigenvalue, of length 1. */
  double[] vector(int number) {
    return vectors.getColumn(order[number]);
  }
}
