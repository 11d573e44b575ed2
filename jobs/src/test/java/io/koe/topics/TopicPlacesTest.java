package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicPlacesTest {
  /** Three groups of four topics, each about an axis of its own. */
  private final float[][] vectors = vectors(12);

  private final int[] themeOf = Ward.groups(vectors, 3);

  @Test
  void wardFindsTheGroups() {
    for (int topic = 0; topic < 12; topic++) {
      assertEquals(topic % 3, themeOf[topic]);
    }
  }

  @Test
  void thereAreMoreThemesForMoreTopicsAndTwentyAtMost() {
    assertEquals(5, ThemeGroups.wanted(8));
    assertEquals(14, ThemeGroups.wanted(60));
    assertEquals(20, ThemeGroups.wanted(300));
    assertEquals(2, ThemeGroups.wanted(2));
  }

  @Test
  void topicsStayInTheirThemeAndNewOnesJoinTheNearest() {
    int[] before = {0, 1, 2, 0, 1, 2, 0, 5, -1, -1, 3, 4};
    int[] after = ThemeGroups.of(vectors, before);
    assertEquals(2, after[8]);
    assertEquals(0, after[9]);
    assertArrayEquals(Arrays.copyOf(before, 8), Arrays.copyOf(after, 8));
  }

  @Test
  void aThemeIsSplitWhileThereAreTooFew() {
    int[] after = ThemeGroups.of(vectors, new int[12]);
    assertEquals(ThemeGroups.wanted(12), Arrays.stream(after).distinct().count());
  }

  @Test
  void topicsOfAThemeAreNearOnTheMap() {
    double[][] map = TopicMap.positions(vectors, themeOf, new double[12][]);
    for (double[] position : map) {
      assertTrue(Math.hypot(position[0], position[1]) <= 1 + 1e-9);
    }
    assertTrue(apart(map, 0, 3) < apart(map, 0, 1));
    assertTrue(apart(map, 1, 4) < apart(map, 1, 2));
  }

  @Test
  void theMapDoesNotTurnOver() {
    double[][] map = TopicMap.positions(vectors, themeOf, new double[12][]);
    double[][] mirrored = new double[12][];
    Arrays.setAll(mirrored, k -> new double[] {-map[k][1], -map[k][0]});
    mirrored[11] = null;
    double[][] next = TopicMap.positions(vectors, themeOf, mirrored);
    for (int topic = 0; topic < 11; topic++) {
      assertEquals(mirrored[topic][0], next[topic][0], 0.1);
      assertEquals(mirrored[topic][1], next[topic][1], 0.1);
    }
  }

  private static double apart(double[][] map, int one, int other) {
    return Math.hypot(map[one][0] - map[other][0], map[one][1] - map[other][1]);
  }

  private static float[][] vectors(int topics) {
    Random random = new Random(5);
    float[][] vectors = new float[topics][6];
    for (int topic = 0; topic < topics; topic++) {
      for (int j = 0; j < 6; j++) {
        vectors[topic][j] = (j == topic % 3 ? 1 : 0) + 0.15f * (float) random.nextGaussian();
      }
      Dense.normalise(vectors[topic]);
    }
    return vectors;
  }
}
