package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Where k-means starts: many micro-clusters, merged by Ward, so that no luck is needed. */
final class Starts {
  private static final int MOST_MICRO_CLUSTERS = 500;
  private static final int ROWS_PER_MICRO_CLUSTER = 8;
  private static final int MICRO_ROUNDS = 3;

  private final SphericalKMeans micro;
  private final int[] sizes;

  private Starts(SphericalKMeans micro) {
    this.micro = micro;
    this.sizes = micro.sizes();
  }

  static Starts of(float[][] rows, int wanted, long seed) {
    int count =
        Math.min(MOST_MICRO_CLUSTERS, Math.max(rows.length / ROWS_PER_MICRO_CLUSTER, wanted));
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    float[][] first = new float[Math.min(count, rows.length)][];
    Arrays.setAll(first, i -> rows[order.get(i)].clone());
    return new Starts(SphericalKMeans.from(first, rows, MICRO_ROUNDS));
  }

  /** Merges the pair that adds least to the sum of squares until {@code wanted} are left. */
  float[][] merged(int wanted) {
    int count = sizes.length;
    double[][] sums = new double[count][];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = sizes[i];
      double size = sizes[i];
      double[] sum = new double[micro.centres()[i].length];
      for (int j = 0; j < sum.length; j++) {
        sum[j] = micro.centres()[i][j] * size;
      }
      sums[i] = sum;
    }
    double[][] costs = costs(sums, weights);
    for (int left = (int) Arrays.stream(sizes).filter(s -> s > 0).count(); left > wanted; left--) {
      mergeCheapest(sums, weights, costs);
    }
    return centres(sums, weights);
  }

  private static double[][] costs(double[][] sums, double[] weights) {
    double[][] costs = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < i; j++) {
        costs[i][j] = cost(sums, weights, i, j);
      }
    }
    return costs;
  }

  private static double cost(double[][] sums, double[] weights, int i, int j) {
    if (weights[i] == 0 || weights[j] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double squares = 0;
    for (int d = 0; d < sums[i].length; d++) {
      double difference = sums[i][d] / weights[i] - sums[j][d] / weights[j];
      squares += difference * difference;
    }
    return weights[i] * weights[j] / (weights[i] + weights[j]) * squares;
  }

  private static void mergeCheapest(double[][] sums, double[] weights, double[][] costs) {
    int bestI = 1;
    int bestJ = 0;
    for (int i = 1; i < sums.length; i++) {
      for (int j = 0; j < i; j++) {
        if (costs[i][j] < costs[bestI][bestJ]) {
          bestI = i;
          bestJ = j;
        }
      }
    }
    for (int d = 0; d < sums[bestJ].length; d++) {
      sums[bestJ][d] += sums[bestI][d];
    }
    weights[bestJ] += weights[bestI];
    weights[bestI] = 0;
    for (int other = 0; other < sums.length; other++) {
      setCost(costs, bestI, other, Double.POSITIVE_INFINITY);
      if (other != bestJ) {
        setCost(costs, bestJ, other, cost(sums, weights, bestJ, other));
      }
    }
  }

  private static void setCost(double[][] costs, int i, int j, double cost) {
    costs[Math.max(i, j)][Math.min(i, j)] = cost;
  }

  private static float[][] centres(double[][] sums, double[] weights) {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (weights[i] > 0) {
        float[] centre = new float[sums[i].length];
        for (int d = 0; d < centre.length; d++) {
          centre[d] = (float) sums[i][d];
        }
        Dense.normalise(centre);
        centres.add(centre);
      }
    }
    return centres.toArray(float[][]::new);
  }

  /** The given centres and, up to {@code wanted}, the micro-clusters they cover worst. */
  float[][] joinedTo(float[][] centres, int wanted) {
    List<float[]> joined = new ArrayList<>(List.of(centres));
    while (joined.size() < wanted) {
      int worst = worstCovered(joined);
      if (worst < 0) {
        break;
      }
      joined.add(micro.centres()[worst]);
    }
    return joined.toArray(float[][]::new);
  }

  private int worstCovered(List<float[]> centres) {
    int worst = -1;
    double worstLoss = 1.5;
    for (int i = 0; i < sizes.length; i++) {
      double loss = sizes[i] * (1 - nearestCosine(micro.centres()[i], centres));
      if (loss > worstLoss) {
        worst = i;
        worstLoss = loss;
      }
    }
    return worst;
  }

  private static double nearestCosine(float[] row, List<float[]> centres) {
    double nearest = -1;
    for (float[] centre : centres) {
      nearest = Math.max(nearest, Dense.product(row, centre));
    }
    return nearest;
  }
}
