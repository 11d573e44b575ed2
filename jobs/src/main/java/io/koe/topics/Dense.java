package io.koe.topics;

import java.util.function.IntFunction;

/** Arithmetic on dense rows of floats; sums are taken in a fixed order. */
final class Dense {
  private Dense() {}

  /** {@code target += factor * row}, element by element. */
  static void add(float[] target, float factor, float[] row) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * row[i];
    }
  }

  /**
   * {@code target += Σ factors[f] * rows[f]}, four rows at once, so that the target is read and
   * written a quarter as often.
   */
  static void addAll(float[] target, float[] factors, IntFunction<float[]> rows) {
    int f = 0;
    for (; f + 4 <= factors.length; f += 4) {
      addFour(
          target,
          new float[] {factors[f], factors[f + 1], factors[f + 2], factors[f + 3]},
          rows.apply(f),
          rows.apply(f + 1),
          rows.apply(f + 2),
          rows.apply(f + 3));
    }
    for (; f < factors.length; f++) {
      add(target, factors[f], rows.apply(f));
    }
  }

  private static void addFour(
      float[] target, float[] factors, float[] a, float[] b, float[] c, float[] d) {
    float ofA = factors[0];
    float ofB = factors[1];
    float ofC = factors[2];
    float ofD = factors[3];
    for (int i = 0; i < target.length; i++) {
      target[i] += ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
    }
  }

  /** The sum of the products of two rows' elements. */
  static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  /** Rows times a matrix with as many rows as they have columns. */
  static float[][] times(float[][] rows, float[][] matrix) {
    float[][] product = new float[rows.length][matrix[0].length];
    Rows.each(rows.length, i -> addAll(product[i], rows[i], j -> matrix[j]));
    return product;
  }

  /** An element of {@link #times}, to the last bit: a row times a column of the matrix. */
  static float element(float[] row, float[] column) {
    float sum = 0;
    int i = 0;
    for (; i + 4 <= row.length; i += 4) {
      sum +=
          row[i] * column[i]
              + row[i + 1] * column[i + 1]
              + row[i + 2] * column[i + 2]
              + row[i + 3] * column[i + 3];
    }
    for (; i < row.length; i++) {
      sum += row[i] * column[i];
    }
    return sum;
  }

  /** How far two rows are from one another. */
  static double distance(float[] one, float[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = (double) one[i] - other[i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  /** Scales a row to length 1; a row of zeros stays. */
  static void normalise(float[] row) {
    double squares = 0;
    for (float value : row) {
      squares += (double) value * value;
    }
    if (squares > 0) {
      float factor = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
  }

  /** The transpose of rows times the rows: the matrix of the columns' products. */
  static double[][] gram(float[][] rows) {
    int size = rows[0].length;
    double[][] gram = new double[size][size];
    for (float[][] part : Rows.blocks(rows.length, block -> lowerGram(rows, block))) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] += part[i][j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** Lower triangle of the products of a block's rows; floats are exact enough for so few. */
  private static float[][] lowerGram(float[][] rows, Rows.Block block) {
    int size = rows[0].length;
    float[][] columns = new float[size][block.to() - block.from()];
    for (int row = block.from(); row < block.to(); row++) {
      for (int i = 0; i < size; i++) {
        columns[i][row - block.from()] = rows[row][i];
      }
    }
    float[][] gram = new float[size][];
    for (int i = 0; i < size; i++) {
      gram[i] = new float[i + 1];
      addAll(gram[i], columns[i], row -> rows[block.from() + row]);
    }
    return gram;
  }

  /** The matrix whose rows are the columns of another. */
  static float[][] transpose(float[][] rows) {
    float[][] columns = new float[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  /** Index of the largest value, the first one among equals. */
  static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
