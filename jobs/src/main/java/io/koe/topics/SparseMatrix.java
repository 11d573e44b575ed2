package io.koe.topics;

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
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < columns[i].length; j++) {
        Dense.add(product[i], values[i][j], dense[columns[i][j]]);
      }
    }
    return product;
  }

  /** The transpose of this matrix times a dense one of {@link #height()} rows. */
  float[][] transposeTimes(float[][] dense) {
    float[][] product = new float[width][dense[0].length];
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < columns[i].length; j++) {
        Dense.add(product[columns[i][j]], values[i][j], dense[i]);
      }
    }
    return product;
  }
}
