package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Positions in the unit circle by which like topics are near, themes together: multidimensional
 * scaling by stress majorisation (SMACOF, de Leeuw 1977) from the classical solution (Torgerson
 * 1952) or from the last map; then turned to the last map (Procrustes), so that topics stay where
 * readers know them.
 */
final class TopicMap {
  private static final int ROUNDS = 100;

  /** Topics of one theme are drawn this much nearer. */
  private static final double WITHIN_THEME = 0.7;

  private TopicMap() {}

  /**
   * One (x, y) per topic.
   *
   * @param vectors one of length 1 per topic
   * @param themeOf theme of each topic
   * @param before where each topic was; null for new topics
   */
  static double[][] positions(float[][] vectors, int[] themeOf, double[][] before) {
    double[][] distances = distances(vectors, themeOf);
    long known = Arrays.stream(before).filter(position -> position != null).count();
    double[][] map = 2 * known > before.length ? joined(before, distances) : classical(distances);
    for (int round = 0; round < ROUNDS; round++) {
      map = majorised(map, distances);
    }
    centre(map);
    return turned(map, before);
  }

  private static double[][] distances(float[][] vectors, int[] themeOf) {
    double[][] distances = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < i; j++) {
        double squared = Math.max(0, 2 - 2 * Dense.product(vectors[i], vectors[j]));
        double near = themeOf[i] == themeOf[j] ? WITHIN_THEME : 1;
        distances[i][j] = near * Math.sqrt(squared);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  /** New topics begin near the known topic most like them. */
  private static double[][] joined(double[][] before, double[][] distances) {
    double[][] map = new double[before.length][];
    for (int i = 0; i < map.length; i++) {
      int topic = i;
      int start =
          before[i] != null
              ? i
              : IntStream.range(0, map.length)
                  .filter(j -> before[j] != null)
                  .reduce((a, b) -> distances[topic][b] < distances[topic][a] ? b : a)
                  .orElseThrow();
      double aside = start == i ? 0 : 0.01 * (i + 1);
      map[i] = new double[] {before[start][0] + aside, before[start][1] - aside};
    }
    return map;
  }

  private static double[][] classical(double[][] distances) {
    int size = distances.length;
    double[][] map = new double[size][2];
    if (size < 3) {
      Arrays.setAll(map, i -> new double[] {i, 0});
      return map;
    }
    SymmetricEigen eigen = SymmetricEigen.of(doubleCentred(distances));
    for (int axis = 0; axis < 2; axis++) {
      double[] vector = eigen.vector(axis);
      double length = Math.sqrt(Math.max(0, eigen.value(axis)));
      double sign = vector[largest(vector)] < 0 ? -1 : 1;
      for (int i = 0; i < size; i++) {
        map[i][axis] = sign * length * vector[i];
      }
    }
    return map;
  }

  private static double[][] doubleCentred(double[][] distances) {
    int size = distances.length;
    double[] means = new double[size];
    double mean = 0;
    for (int i = 0; i < size; i++) {
      for (double distance : distances[i]) {
        means[i] += distance * distance / size;
      }
      mean += means[i] / size;
    }
    double[][] centred = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double squared = distances[i][j] * distances[i][j];
        centred[i][j] = -0.5 * (squared - means[i] - means[j] + mean);
        centred[j][i] = centred[i][j];
      }
    }
    return centred;
  }

  private static int largest(double[] vector) {
    return IntStream.range(0, vector.length)
        .reduce(0, (a, b) -> Math.abs(vector[b]) > Math.abs(vector[a]) ? b : a);
  }

  /** One round of SMACOF (Guttman transform with equal weights). */
  private static double[][] majorised(double[][] map, double[][] distances) {
    double[][] next = new double[map.length][2];
    for (int i = 0; i < map.length; i++) {
      for (int j = 0; j < map.length; j++) {
        double x = map[i][0] - map[j][0];
        double y = map[i][1] - map[j][1];
        double apart = Math.sqrt(x * x + y * y);
        double ratio = apart > 1e-9 ? distances[i][j] / apart : 0;
        next[i][0] += ratio * x / map.length;
        next[i][1] += ratio * y / map.length;
      }
    }
    return next;
  }

  /** Moves the mean to (0, 0) and the farthest topic to the unit circle. */
  private static void centre(double[][] map) {
    for (int axis = 0; axis < 2; axis++) {
      int coordinate = axis;
      double mean = Arrays.stream(map).mapToDouble(p -> p[coordinate]).average().orElse(0);
      Arrays.stream(map).forEach(p -> p[coordinate] -= mean);
    }
    double radius = Arrays.stream(map).mapToDouble(p -> Math.hypot(p[0], p[1])).max().orElse(0);
    double scale = radius > 1e-9 ? radius : 1;
    for (double[] position : map) {
      position[0] /= scale;
      position[1] /= scale;
    }
  }

  /** The rotation, or rotation of the mirror image, that comes nearest to the map before. */
  private static double[][] turned(double[][] map, double[][] before) {
    double[] plain = new double[2];
    double[] mirrored = new double[2];
    for (int i = 0; i < map.length; i++) {
      if (before[i] != null) {
        plain[0] += map[i][0] * before[i][0] + map[i][1] * before[i][1];
        plain[1] += map[i][0] * before[i][1] - map[i][1] * before[i][0];
        mirrored[0] += map[i][0] * before[i][0] - map[i][1] * before[i][1];
        mirrored[1] += map[i][0] * before[i][1] + map[i][1] * before[i][0];
      }
    }
    boolean isMirrored = Math.hypot(mirrored[0], mirrored[1]) > Math.hypot(plain[0], plain[1]);
    double[] turn = isMirrored ? mirrored : plain;
    double length = Math.hypot(turn[0], turn[1]);
    double cosine = length > 1e-9 ? turn[0] / length : 1;
    double sine = length > 1e-9 ? turn[1] / length : 0;
    double[][] turned = new double[map.length][];
    for (int i = 0; i < map.length; i++) {
      double y = isMirrored ? -map[i][1] : map[i][1];
      turned[i] =
          new double[] {
            within(cosine * map[i][0] - sine * y), within(sine * map[i][0] + cosine * y)
          };
    }
    return turned;
  }

  private static double within(double coordinate) {
    return Math.max(-1, Math.min(1, coordinate));
  }
}
