package io.koe.topics;

import java.util.Arrays;

/** Rows of (column, value) pairs; a row's columns are ascending. */
final class SparseMatrix {
  final int[][] columns;
  final float[][] values;
  final int width;

  SparseMatrix(int[][] columns, float[][] values, int width) {
    this.columns = columns;
    this.values = values;
    this.width = width;
  }

  int height() {
    return columns.length;
  }

  /** This matrix times a dense one of {@code width} rows. */
  float[][] times(float[][] dense) {
    float[][] product = new float[height()][dense[0].length];
    Rows.each(height(), i -> Dense.addAll(product[i], values[i], j -> dense[columns[i][j]]));
    return product;
  }

  /** The matrix whose rows are this one's columns. */
  SparseMatrix transposed() {
    int[] heights = new int[width];
    for (int[] row : columns) {
      for (int column : row) {
        heights[column]++;
      }
    }
    int[][] rows = new int[width][];
    float[][] turned = new float[width][];
    Arrays.setAll(rows, c -> new int[heights[c]]);
    Arrays.setAll(turned, c -> new float[heights[c]]);
    int[] filled = new int[width];
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < columns[i].length; j++) {
        int place = filled[columns[i][j]]++;
        rows[columns[i][j]][place] = i;
        turned[columns[i][j]][place] = values[i][j];
      }
    }
    return new SparseMatrix(rows, turned, height());
  }
}
