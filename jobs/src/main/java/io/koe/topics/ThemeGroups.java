package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which topics make a theme. Topics that go on stay in their theme unless another is clearly
 * nearer, new ones join the nearest; the loosest theme is split while there are too few. When most
 * topics are new, all are grouped anew, by {@link Ward}.
 */
final class ThemeGroups {
  private static final int MOST_THEMES = 20;

  /** By how much another theme's cosine must be larger for a topic to go there. */
  private static final double CLEARLY = 0.2;

  /** What a topic adds to its theme's sum of squares though it equals all others. */
  private static final double EQUAL = 0.001;

  private final float[][] vectors;
  private final int[] themeOf;

  private ThemeGroups(float[][] vectors, int[] themeOf) {
    this.vectors = vectors;
    this.themeOf = themeOf;
  }

  /** Number of themes: 1.8 √topics, 20 at most; 8 topics have 5, 60 have 14. */
  static int wanted(int topics) {
    return (int) Math.min(Math.min(MOST_THEMES, topics), Math.round(1.8 * Math.sqrt(topics)));
  }

  /** Whether so many topics are new that themes are made anew. */
  static boolean isAnew(int[] before) {
    return 2 * Arrays.stream(before).filter(theme -> theme >= 0).count() <= before.length;
  }

  /**
   * Theme of each topic, as a number; numbers may have gaps.
   *
   * @param vectors one of length 1 per topic
   * @param before number of the theme each topic was in; -1 for new topics
   */
  static int[] of(float[][] vectors, int[] before) {
    if (isAnew(before)) {
      return Ward.groups(vectors, wanted(vectors.length));
    }
    ThemeGroups groups = new ThemeGroups(vectors, before.clone());
    groups.join();
    groups.move();
    groups.split();
    return groups.themeOf;
  }

  private void join() {
    float[][] centres = centres();
    for (int topic = 0; topic < themeOf.length; topic++) {
      themeOf[topic] = themeOf[topic] < 0 ? nearest(centres, topic) : themeOf[topic];
    }
  }

  private void move() {
    float[][] centres = centres();
    for (int topic = 0; topic < themeOf.length; topic++) {
      int nearest = nearest(centres, topic);
      double gain = cosine(centres, nearest, topic) - cosine(centres, themeOf[topic], topic);
      themeOf[topic] = gain > CLEARLY ? nearest : themeOf[topic];
    }
  }

  private void split() {
    int wanted = wanted(themeOf.length);
    while (Arrays.stream(themeOf).distinct().count() < wanted) {
      int next = Arrays.stream(themeOf).max().orElse(0) + 1;
      int loosest = loosest();
      int[] members =
          IntStream.range(0, themeOf.length).filter(k -> themeOf[k] == loosest).toArray();
      float[][] rows = new float[members.length][];
      Arrays.setAll(rows, i -> vectors[members[i]]);
      int[] parts = Ward.groups(rows, 2);
      int smaller = 2 * Arrays.stream(parts).sum() <= parts.length ? 1 : 0;
      for (int i = 0; i < members.length; i++) {
        themeOf[members[i]] = parts[i] == smaller ? next : loosest;
      }
    }
  }

  /** The theme with the largest sum of squares within; of themes of equal topics the largest. */
  private int loosest() {
    float[][] centres = centres();
    double[] squares = new double[centres.length];
    for (int topic = 0; topic < themeOf.length; topic++) {
      squares[themeOf[topic]] += EQUAL + 1 - cosine(centres, themeOf[topic], topic);
    }
    return IntStream.range(0, squares.length).reduce(0, (a, b) -> squares[b] > squares[a] ? b : a);
  }

  private int nearest(float[][] centres, int topic) {
    return IntStream.range(0, centres.length)
        .reduce((a, b) -> cosine(centres, b, topic) > cosine(centres, a, topic) ? b : a)
        .orElseThrow();
  }

  private double cosine(float[][] centres, int theme, int topic) {
    return Dense.product(centres[theme], vectors[topic]);
  }

  /** Means of the themes' topics, of length 1; zero for a number without topics. */
  private float[][] centres() {
    int themes = Arrays.stream(themeOf).max().orElse(0) + 1;
    float[][] centres = new float[themes][vectors[0].length];
    for (int topic = 0; topic < themeOf.length; topic++) {
      if (themeOf[topic] >= 0) {
        Dense.add(centres[themeOf[topic]], 1, vectors[topic]);
      }
    }
    Arrays.stream(centres).forEach(Dense::normalise);
    return centres;
  }
}
