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
    NearestCentres nearest = new NearestCentres(starts, rows);
    int[] clusterOf = nearest.clusterOf();
    float[][] centres = means(rows, clusterOf, starts);
    for (int round = 1; round < rounds; round++) {
      nearest.follow(centres);
      int[] moved = nearest.clusterOf();
      boolean[] isChanged = changed(clusterOf, moved, starts.length);
      centres = means(rows, moved, centres, isChanged);
      if (Arrays.equals(moved, clusterOf)) {
        break;
      }
      clusterOf = moved;
    }
    return new SphericalKMeans(centres, clusterOf);
  }

  /** Whether each cluster has lost or won a row. */
  private static boolean[] changed(int[] before, int[] now, int clusters) {
    boolean[] isChanged = new boolean[clusters];
    for (int i = 0; i < now.length; i++) {
      if (now[i] != before[i]) {
        isChanged[before[i]] = true;
        isChanged[now[i]] = true;
      }
    }
    return isChanged;
  }

  /** Means of length 1 of the rows of each cluster. */
  static float[][] means(float[][] rows, int[] clusterOf, float[][] otherwise) {
    boolean[] isAny = new boolean[otherwise.length];
    Arrays.fill(isAny, true);
    return means(rows, clusterOf, otherwise, isAny);
  }

  /** Those before are the means already of the clusters that haven't changed. */
  private static float[][] means(
      float[][] rows, int[] clusterOf, float[][] before, boolean[] isChanged) {
    float[][] means = new float[before.length][rows[0].length];
    int[] sizes = new int[before.length];
    for (int i = 0; i < rows.length; i++) {
      int cluster = clusterOf[i];
      if (cluster >= 0) {
        sizes[cluster]++;
        if (isChanged[cluster]) {
          Dense.add(means[cluster], 1, rows[i]);
        }
      }
    }
    for (int c = 0; c < means.length; c++) {
      if (sizes[c] > 0 && !isChanged[c]) {
        means[c] = before[c];
        continue;
      }
      if (sizes[c] == 0) {
        means[c] = before[c].clone();
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
