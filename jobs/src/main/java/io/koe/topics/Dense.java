package io.koe.topics;

/** Arithmetic on dense rows of floats; sums are taken in a fixed order. */
final class Dense {
  private Dense() {}

  /** {@code target += factor * row}, element by element. */
  static void add(float[] target, float factor, float[] row) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * row[i];
    }
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

  /** Rows times their transpose: the matrix of the columns' products. */
  static double[][] gram(float[][] rows) {
    int size = rows[0].length;
    double[][] gram = new double[size][size];
    for (float[] row : rows) {
      for (int i = 0; i < size; i++) {
        double factor = row[i];
        double[] target = gram[i];
        for (int j = 0; j < size; j++) {
          target[j] += factor * row[j];
        }
      }
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
