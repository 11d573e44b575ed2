package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters that are merged by Ward's criterion, exactly: the pair whose merging adds least to the
 * sum of squares within clusters, w₁w₂ ÷ (w₁ + w₂) · |m₁ − m₂|² of their weights and means (Ward
 * 1963), is merged first.
 */
final class MicroClusters {
  private final double[][] sums;
  private final double[] weights;

  /** Means, one row per dimension and one column per cluster, so that many are compared at once. */
  private final double[][] means;

  /** What merging a cluster with one of a smaller number adds; infinite once one has gone. */
  private final double[][] costs;

  /** For each cluster the cheapest of those with smaller numbers, the first among equals. */
  private final int[] cheapest;

  private int left;

  /**
   * Clusters as they are before any is merged.
   *
   * @param sizes rows of each cluster; one without rows counts for nothing
   */
  MicroClusters(float[][] centres, int[] sizes) {
    int count = sizes.length;
    this.weights = Arrays.stream(sizes).asDoubleStream().toArray();
    this.left = (int) Arrays.stream(sizes).filter(s -> s > 0).count();
    this.sums = new double[count][centres[0].length];
    this.means = new double[centres[0].length][count];
    this.costs = new double[count][];
    this.cheapest = new int[count];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < means.length; d++) {
        sums[i][d] = centres[i][d] * weights[i];
      }
      setMean(i);
    }
    for (int i = 0; i < count; i++) {
      costs[i] = costs(i);
      cheapest[i] = cheapestOf(i);
    }
  }

  private void setMean(int cluster) {
    for (int d = 0; d < means.length; d++) {
      means[d][cluster] = sums[cluster][d] / weights[cluster];
    }
  }

  /** What merging a cluster with each of them would add. */
  private double[] costs(int cluster) {
    double[] costs = new double[weights.length];
    for (double[] mean : means) {
      addSquares(costs, mean, mean[cluster]);
    }
    for (int other = 0; other < costs.length; other++) {
      boolean isNone = weights[cluster] == 0 || weights[other] == 0;
      double weight = weights[cluster] * weights[other] / (weights[cluster] + weights[other]);
      costs[other] = isNone ? Double.POSITIVE_INFINITY : weight * costs[other];
    }
    return costs;
  }

  private static void addSquares(double[] squares, double[] values, double from) {
    for (int i = 0; i < squares.length; i++) {
      double difference = values[i] - from;
      squares[i] += difference * difference;
    }
  }

  private int cheapestOf(int cluster) {
    int best = 0;
    for (int other = 1; other < cluster; other++) {
      best = costs[cluster][other] < costs[cluster][best] ? other : best;
    }
    return best;
  }

  /** Merges until at most so many are left. */
  void mergeTo(int wanted) {
    for (; left > wanted; left--) {
      int larger = 1;
      for (int i = 2; i < costs.length; i++) {
        larger = costs[i][cheapest[i]] < costs[larger][cheapest[larger]] ? i : larger;
      }
      merge(cheapest[larger], larger);
    }
  }

  private void merge(int kept, int gone) {
    for (int d = 0; d < means.length; d++) {
      sums[kept][d] += sums[gone][d];
    }
    weights[kept] += weights[gone];
    weights[gone] = 0;
    setMean(kept);
    double[] ofKept = costs(kept);
    for (int other = 0; other < costs.length; other++) {
      setCost(kept, other, ofKept[other]);
      setCost(gone, other, Double.POSITIVE_INFINITY);
    }
    for (int i = kept; i < costs.length; i++) {
      // Also when the cheapest was one of the two.
      if (i == kept || costs[i][kept] <= costs[i][cheapest[i]]) {
        cheapest[i] = cheapestOf(i);
      }
    }
  }

  private void setCost(int one, int other, double cost) {
    costs[Math.max(one, other)][Math.min(one, other)] = cost;
  }

  /** One row of length 1 per cluster that is left. */
  float[][] centres() {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (weights[i] > 0) {
        float[] centre = new float[means.length];
        for (int d = 0; d < centre.length; d++) {
          centre[d] = (float) sums[i][d];
        }
        Dense.normalise(centre);
        centres.add(centre);
      }
    }
    return centres.toArray(float[][]::new);
  }
}
