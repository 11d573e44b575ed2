package io.koe.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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

  /**
   * Some rows, with columns renumbered.
   *
   * @param numbers new number of each column; -1 when it is left out
   */
  SparseMatrix only(int[] rows, int[] numbers, int newWidth) {
    int[][] newColumns = new int[rows.length][];
    float[][] newValues = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      int[] old = columns[rows[i]];
      float[] oldValues = values[rows[i]];
      int[] places =
          IntStream.range(0, old.length)
              .filter(j -> numbers[old[j]] >= 0)
              .boxed()
              .sorted(Comparator.comparingInt(j -> numbers[old[j]]))
              .mapToInt(j -> j)
              .toArray();
      newColumns[i] = Arrays.stream(places).map(j -> numbers[old[j]]).toArray();
      newValues[i] = new float[places.length];
      for (int j = 0; j < places.length; j++) {
        newValues[i][j] = oldValues[places[j]];
      }
    }
    return new SparseMatrix(newColumns, newValues, newWidth);
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
