package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  @Test
  void findsTheKnownValuesAndVectorsLargestFirst() {
    double half = Math.sqrt(0.5);
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, 3, 0}, {3, 1, 0}, {0, 0, -5}});

    assertEquals(4, eigen.value(0), 1e-12);
    assertEquals(-2, eigen.value(1), 1e-12);
    assertEquals(-5, eigen.value(2), 1e-12);
    assertArrayEquals(new double[] {half, half, 0}, absolute(eigen.vector(0)), 1e-12);
    assertTrue(eigen.vector(1)[0] * eigen.vector(1)[1] < 0);
    assertArrayEquals(new double[] {0, 0, 1}, absolute(eigen.vector(2)), 1e-12);
  }

  /** Matrix 1,909 is one that commons-math's EigenDecomposition gives up on. */
  @Test
  void takesAnyMatrixApartWhoseRowsArePartlyZero() {
    for (int seed = 1800; seed < 2000; seed++) {
      double[][] matrix = squares(new Random(seed));
      SymmetricEigen eigen = SymmetricEigen.of(copy(matrix));
      for (int i = 0; i < matrix.length; i++) {
        assertArrayEquals(matrix[i], putTogether(eigen, i, matrix.length), 1e-9, "seed " + seed);
      }
    }
  }

  /** Sums of squares of 40 rows, 12 of whose 31 columns hold anything. */
  private static double[][] squares(Random random) {
    double[][] rows = new double[40][31];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = j < 9 || j == 10 || j >= 28 ? random.nextGaussian() : 0;
      }
    }
    double[][] squares = new double[31][31];
    for (int i = 0; i < 31; i++) {
      for (int j = 0; j < 31; j++) {
        for (double[] row : rows) {
          squares[i][j] += row[i] * row[j];
        }
      }
    }
    return squares;
  }

  private static double[] putTogether(SymmetricEigen eigen, int row, int size) {
    double[] values = new double[size];
    for (int k = 0; k < size; k++) {
      double[] vector = eigen.vector(k);
      for (int j = 0; j < size; j++) {
        values[j] += eigen.value(k) * vector[row] * vector[j];
      }
    }
    return values;
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[] absolute(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> Math.abs(values[i])).toArray();
  }
}
