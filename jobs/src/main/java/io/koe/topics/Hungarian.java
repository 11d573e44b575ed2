package io.koe.topics;

import java.util.Arrays;

/** The assignment of rows to columns with the largest sum (Kuhn 1955, with potentials, O(n³)). */
final class Hungarian {
  private Hungarian() {}

  /** Column of each row, -1 for rows left over when there are more rows than columns. */
  static int[] largest(double[][] scores) {
    int rows = scores.length;
    int columns = rows == 0 ? 0 : scores[0].length;
    int size = Math.max(rows, columns);
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    int[] rowOf = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      augment(scores, row, rowPotential, columnPotential, rowOf);
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int column = 1; column <= columns; column++) {
      if (rowOf[column] >= 1 && rowOf[column] <= rows) {
        columnOf[rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }

  private static void augment(
      double[][] scores, int row, double[] rowPotential, double[] columnPotential, int[] rowOf) {
    int size = rowOf.length - 1;
    double[] slack = new double[size + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    boolean[] used = new boolean[size + 1];
    int[] way = new int[size + 1];
    rowOf[0] = row;
    int column = 0;
    do {
      used[column] = true;
      int current = rowOf[column];
      int next = 0;
      double delta = Double.POSITIVE_INFINITY;
      for (int j = 1; j <= size; j++) {
        if (!used[j]) {
          double reduced = cost(scores, current, j) - rowPotential[current] - columnPotential[j];
          if (reduced < slack[j]) {
            slack[j] = reduced;
            way[j] = column;
          }
          if (slack[j] < delta) {
            delta = slack[j];
            next = j;
          }
        }
      }
      for (int j = 0; j <= size; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]] += delta;
          columnPotential[j] -= delta;
        } else {
          slack[j] -= delta;
        }
      }
      column = next;
    } while (rowOf[column] != 0);
    while (column != 0) {
      rowOf[column] = rowOf[way[column]];
      column = way[column];
    }
  }

  private static double cost(double[][] scores, int row, int column) {
    boolean real = row <= scores.length && column <= scores[0].length;
    return real ? -scores[row - 1][column - 1] : 0;
  }
}
