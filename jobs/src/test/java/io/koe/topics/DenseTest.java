package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class DenseTest {
  private static final int ROWS = 700;
  private static final int COLUMNS = 7;

  @Test
  void theGramMatrixHoldsTheProductsOfTheColumns() {
    float[][] rows = rows();
    double[][] gram = Dense.gram(rows);
    for (int i = 0; i < COLUMNS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        double expected = 0;
        for (float[] row : rows) {
          expected += (double) row[i] * row[j];
        }
        assertEquals(expected, gram[i][j], 1e-3);
      }
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    float[][] rows = rows();
    double[][] alone = new ForkJoinPool(1).submit(() -> Dense.gram(rows)).join();
    double[][] together = new ForkJoinPool(5).submit(() -> Dense.gram(rows)).join();
    assertArrayEquals(alone, together);
  }

  @Test
  void singularVectorsOfAMatrixOfLowRankAreItsOwn() {
    int[][] columns = new int[40][];
    float[][] values = new float[40][];
    for (int i = 0; i < 40; i++) {
      columns[i] = new int[] {i % 2, 2 + i % 2};
      values[i] = new float[] {1, i % 2 + 1};
    }
    SparseMatrix matrix = new SparseMatrix(columns, values, 30);
    RandomisedSvd svd = RandomisedSvd.of(matrix, 10, 2, 1);
    assertEquals(Math.sqrt(20 * 5), svd.values()[0], 1e-3);
    assertEquals(Math.sqrt(20 * 2), svd.values()[1], 1e-3);
    assertTrue(svd.values()[2] < 1e-2);
  }

  private static float[][] rows() {
    Random random = new Random(1);
    float[][] rows = new float[ROWS][COLUMNS];
    for (float[] row : rows) {
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
