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

  private static int[] nearest(float[][] centres, float[][] rows) {
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
