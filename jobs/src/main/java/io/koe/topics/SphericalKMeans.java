package io.koe.topics;

import java.util.Arrays;

/** K-means by cosine on rows of length 1. */
final class SphericalKMeans {
  private final float[][] centres;
  private final int[] clusterOf;

  private SphericalKMeans(float[][] centres, int[] clusterOf) {
    this.centres = centres;
    this.clusterOf = clusterOf;
  }

  /** Runs until nothing moves, at most {@code rounds} times. */
  static SphericalKMeans from(float[][] starts, float[][] rows, int rounds) {
    float[][] centres = starts;
    int[] clusterOf = nearest(centres, rows);
    for (int round = 1; round < rounds; round++) {
      centres = means(rows, clusterOf, centres);
      int[] moved = nearest(centres, rows);
      if (Arrays.equals(moved, clusterOf)) {
        break;
      }
      clusterOf = moved;
    }
    return new SphericalKMeans(means(rows, clusterOf, centres), clusterOf);
  }

  /** The centre each row has the largest cosine with. */
  static int[] nearest(float[][] centres, float[][] rows) {
    float[][] columns = Dense.transpose(centres);
    int[] nearest = new int[rows.length];
    Rows.each(
        rows.length,
        i -> {
          float[] cosines = new float[centres.length];
          Dense.addAll(cosines, rows[i], j -> columns[j]);
          nearest[i] = Dense.largest(cosines);
        });
    return nearest;
  }

  /** Means of length 1 of the rows of each cluster. */
  static float[][] means(float[][] rows, int[] clusterOf, float[][] otherwise) {
    float[][] means = new float[otherwise.length][rows[0].length];
    int[] sizes = new int[otherwise.length];
    for (int i = 0; i < rows.length; i++) {
      if (clusterOf[i] >= 0) {
        Dense.add(means[clusterOf[i]], 1, rows[i]);
        sizes[clusterOf[i]]++;
      }
    }
    for (int c = 0; c < means.length; c++) {
      if (sizes[c] == 0) {
        means[c] = otherwise[c];
      }
      Dense.normalise(means[c]);
    }
    return means;
  }

  /** Means of length 1 of the clusters that have rows; rows of cluster -1 count for none. */
  static float[][] means(float[][] rows, int[] clusterOf) {
    int[] filled = Arrays.stream(clusterOf).filter(c -> c >= 0).sorted().distinct().toArray();
    int[] numbers =
        Arrays.stream(clusterOf).map(c -> c < 0 ? -1 : Arrays.binarySearch(filled, c)).toArray();
    return means(rows, numbers, new float[filled.length][rows[0].length]);
  }

  /** Sum of the cosines of the rows with the centres of their clusters, from 64-bit sums. */
  double cosines(float[][] rows) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += Dense.product(rows[i], centres[clusterOf[i]]);
    }
    return sum;
  }

  int[] sizes() {
    int[] sizes = new int[centres.length];
    for (int cluster : clusterOf) {
      sizes[cluster]++;
    }
    return sizes;
  }

  /** One row of length 1 per cluster; a cluster that lost its last row keeps its centre. */
  float[][] centres() {
    return centres;
  }

  /** Cluster of each row. */
  int[] clusterOf() {
    return clusterOf;
  }
}
