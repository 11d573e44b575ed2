package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The micro-clusters merged until {@code wanted} are left. */
  float[][] merged(int wanted) {
    return merged(List.of(wanted)).get(wanted);
  }

  /** The micro-clusters merged until so many are left, for several numbers; by rising number. */
  SortedMap<Integer, float[][]> merged(List<Integer> wanted) {
    MicroClusters clusters = new MicroClusters(micro.centres(), sizes);
    SortedMap<Integer, float[][]> merged = new TreeMap<>();
    for (int number : wanted.stream().sorted(Comparator.reverseOrder()).toList()) {
      clusters.mergeTo(number);
      merged.put(number, clusters.centres());
    }
    return merged;
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
