package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Agglomerative grouping by Ward's criterion: the pair whose merging adds least to the sum of
 * squares within groups is merged first (distances kept up by Lance and Williams 1967). Made for
 * hundreds of rows: O(n³).
 */
final class Ward {
  private Ward() {}

  /**
   * Group of each row, numbered by each group's first row.
   *
   * @param rows of length 1
   */
  static int[] groups(float[][] rows, int wanted) {
    double[][] costs = costs(rows);
    double[] sizes = new double[rows.length];
    Arrays.fill(sizes, 1);
    int[] groupOf = IntStream.range(0, rows.length).toArray();
    for (int left = rows.length; left > Math.max(1, wanted); left--) {
      int[] pair = cheapest(costs, sizes);
      merge(costs, sizes, pair[0], pair[1]);
      for (int i = 0; i < groupOf.length; i++) {
        groupOf[i] = groupOf[i] == pair[1] ? pair[0] : groupOf[i];
      }
    }
    return numbered(groupOf);
  }

  private static double[][] costs(float[][] rows) {
    double[][] costs = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        costs[i][j] = 1 - Dense.product(rows[i], rows[j]);
        costs[j][i] = costs[i][j];
      }
    }
    return costs;
  }

  /** The first of the cheapest pairs, the smaller index first; merged rows have size 0. */
  private static int[] cheapest(double[][] costs, double[] sizes) {
    int[] best = null;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; sizes[i] > 0 && j < sizes.length; j++) {
        if (sizes[j] > 0 && (best == null || costs[i][j] < costs[best[0]][best[1]])) {
          best = new int[] {i, j};
        }
      }
    }
    return best;
  }

  private static void merge(double[][] costs, double[] sizes, int one, int other) {
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] > 0 && k != one && k != other) {
        double cost =
            ((sizes[k] + sizes[one]) * costs[k][one]
                    + (sizes[k] + sizes[other]) * costs[k][other]
                    - sizes[k] * costs[one][other])
                / (sizes[k] + sizes[one] + sizes[other]);
        costs[k][one] = cost;
        costs[one][k] = cost;
      }
    }
    sizes[one] += sizes[other];
    sizes[other] = 0;
  }

  private static int[] numbered(int[] groupOf) {
    int[] firsts = Arrays.stream(groupOf).distinct().sorted().toArray();
    return Arrays.stream(groupOf).map(group -> Arrays.binarySearch(firsts, group)).toArray();
  }
}
