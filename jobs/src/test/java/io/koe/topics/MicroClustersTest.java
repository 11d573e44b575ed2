package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MicroClustersTest {
  private static final int COUNT = 60;
  private static final int WIDTH = 2;

  @Test
  void theCheapestPairOfAllIsMergedEachTime() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      float[][] centres = new float[COUNT][WIDTH];
      int[] sizes = new int[COUNT];
      for (int i = 0; i < COUNT; i++) {
        for (int d = 0; d < WIDTH; d++) {
          // Whole numbers, so that some pairs cost the same.
          centres[i][d] = random.nextInt(9);
        }
        centres[i][0] += 1;
        sizes[i] = random.nextInt(3);
      }
      List<double[]> sums = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        double[] sum = new double[WIDTH + 1];
        for (int d = 0; d < WIDTH; d++) {
          sum[d] = (double) centres[i][d] * sizes[i];
        }
        sum[WIDTH] = sizes[i];
        if (sizes[i] > 0) {
          sums.add(sum);
        }
      }
      MicroClusters clusters = new MicroClusters(centres, sizes);
      for (int wanted = sums.size(); wanted > 0; wanted--) {
        clusters.mergeTo(wanted);
        assertArrayEquals(centres(sums), clusters.centres(), "seed " + seed + ", " + wanted);
        mergeCheapest(sums);
      }
    }
  }

  @Test
  void fewerThanWantedStayAsTheyAre() {
    MicroClusters clusters = new MicroClusters(new float[][] {{1, 0}, {0, 1}}, new int[] {3, 2});
    clusters.mergeTo(5);
    assertEquals(2, clusters.centres().length);
  }

  /** A sum each, its weight behind it. */
  private static void mergeCheapest(List<double[]> sums) {
    int kept = 0;
    int gone = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sums.size(); i++) {
      for (int j = 0; j < i; j++) {
        double cost = cost(sums.get(i), sums.get(j));
        if (cost < least) {
          kept = j;
          gone = i;
          least = cost;
        }
      }
    }
    if (gone > kept) {
      for (int d = 0; d <= WIDTH; d++) {
        sums.get(kept)[d] += sums.get(gone)[d];
      }
      sums.remove(gone);
    }
  }

  private static double cost(double[] one, double[] other) {
    double squares = 0;
    for (int d = 0; d < WIDTH; d++) {
      double difference = one[d] / one[WIDTH] - other[d] / other[WIDTH];
      squares += difference * difference;
    }
    return one[WIDTH] * other[WIDTH] / (one[WIDTH] + other[WIDTH]) * squares;
  }

  private static float[][] centres(List<double[]> sums) {
    float[][] centres = new float[sums.size()][WIDTH];
    for (int i = 0; i < centres.length; i++) {
      for (int d = 0; d < WIDTH; d++) {
        centres[i][d] = (float) sums.get(i)[d];
      }
      Dense.normalise(centres[i]);
    }
    return centres;
  }
}
