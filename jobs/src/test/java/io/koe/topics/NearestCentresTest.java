package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestCentresTest {
  private static final int CENTRES = 37;

  /** Not a multiple of four, so that all of a product's loops run. */
  private static final int WIDTH = 23;

  @Test
  void centresThatMoveAreFollowedAsIfAllProductsWereTaken() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      float[][] rows = rows(900, random);
      float[][] centres = rows(CENTRES, random);
      NearestCentres nearest = new NearestCentres(centres, rows);
      assertArrayEquals(plain(centres, rows), nearest.clusterOf());
      for (int round = 0; round < 12; round++) {
        centres = moved(centres, round % 4 == 0 ? 0.5f : 0.02f, random);
        nearest.follow(centres);
        assertArrayEquals(plain(centres, rows), nearest.clusterOf(), "round " + round);
      }
    }
  }

  @Test
  void ofEqualCentresTheFirstIsNearest() {
    float[][] rows = rows(300, new Random(1));
    float[][] far = rows(3, new Random(2));
    float[][] centres = {far[0], far[1], far[2], rows[0]};
    NearestCentres nearest = new NearestCentres(centres, rows);
    assertEquals(3, nearest.clusterOf()[0]);
    nearest.follow(new float[][] {far[0], rows[0].clone(), rows[0].clone(), rows[0]});
    assertEquals(1, nearest.clusterOf()[0]);
    nearest.follow(new float[][] {far[0], far[1], rows[0].clone(), rows[0]});
    assertEquals(2, nearest.clusterOf()[0]);
  }

  @Test
  void kMeansEndsWhereAllProductsAndAllMeansWouldEnd() {
    for (int rounds = 1; rounds < 15; rounds++) {
      Random random = new Random(rounds);
      float[][] rows = rows(1500, random);
      // Far from all rows, so that it never has any.
      float[][] starts = rows(CENTRES, random);
      Arrays.fill(starts[9], -1);
      Dense.normalise(starts[9]);
      float[][] centres = starts;
      int[] clusterOf = plain(centres, rows);
      for (int round = 1; round < rounds; round++) {
        centres = SphericalKMeans.means(rows, clusterOf, centres);
        int[] moved = plain(centres, rows);
        if (Arrays.equals(moved, clusterOf)) {
          break;
        }
        clusterOf = moved;
      }
      SphericalKMeans followed = SphericalKMeans.from(starts, rows, rounds);
      assertArrayEquals(clusterOf, followed.clusterOf());
      float[][] means = SphericalKMeans.means(rows, clusterOf, centres);
      assertArrayEquals(means, followed.centres());
      assertEquals(0, followed.sizes()[9]);
    }
  }

  private static int[] plain(float[][] centres, float[][] rows) {
    float[][] cosines = Dense.times(rows, Dense.transpose(centres));
    return Arrays.stream(cosines).mapToInt(Dense::largest).toArray();
  }

  /** Around a few directions, so that some centres are far away and some nearly as near. */
  private static float[][] rows(int count, Random random) {
    float[][] rows = new float[count][WIDTH];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < WIDTH; j++) {
        rows[i][j] = (float) random.nextGaussian() / 10 + (j == i % 9 ? 1 : 0);
      }
      Dense.normalise(rows[i]);
    }
    return rows;
  }

  /** Two in three of the centres a little elsewhere, the others where they were. */
  private static float[][] moved(float[][] centres, float by, Random random) {
    float[][] moved = new float[centres.length][];
    for (int c = 0; c < centres.length; c++) {
      moved[c] = centres[c].clone();
      for (int j = 0; c % 3 > 0 && j < WIDTH; j++) {
        moved[c][j] += by * (float) random.nextGaussian();
      }
      if (c % 3 > 0) {
        Dense.normalise(moved[c]);
      }
    }
    return moved;
  }
}
