package io.koe.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where bubbles stand: near where they are meant to, and apart from one another. Deterministic.
 *
 * <p>Numbered steps: (1) stretch the given positions over the box; (2) in turn push every
 * overlapping pair apart along the line of their centres and pull each bubble back a little to
 * where it is meant to be; (3) keep all inside the box.
 */
public final class Bubbles {
  private static final int STEPS = 240;
  private static final double PULL = 0.01;
  private static final double AIR = 3;
  private static final double FILLED = 0.5;
  private static final double SMALLEST = 5;

  private final double[] x;
  private final double[] y;
  private final double[] wantedX;
  private final double[] wantedY;
  private final double[] radius;

  private Bubbles(List<double[]> places, double[] radius) {
    this.radius = radius;
    this.wantedX = spread(places, 0, TopicMap.WIDTH);
    this.wantedY = spread(places, 1, TopicMap.HEIGHT);
    this.x = wantedX.clone();
    this.y = wantedY.clone();
  }

  /**
   * Places bubbles.
   *
   * @param places x and y of each, -1 to 1
   * @param sizes what the areas stand for
   * @return x, y and radius of each
   */
  public static List<double[]> place(List<double[]> places, double[] sizes) {
    Bubbles bubbles = new Bubbles(places, radii(sizes));
    for (int step = 0; step < STEPS; step++) {
      bubbles.step();
    }
    return IntStream.range(0, sizes.length)
        .mapToObj(i -> new double[] {bubbles.x[i], bubbles.y[i], bubbles.radius[i]})
        .toList();
  }

  /**
   * Areas in proportion; all together fill half of the box at most, and the largest a part of it.
   */
  private static double[] radii(double[] sizes) {
    double all = Arrays.stream(sizes).sum();
    double most = Arrays.stream(sizes).max().orElse(1);
    double area = TopicMap.WIDTH * TopicMap.HEIGHT * FILLED;
    double scale = Math.min(area / Math.max(all, 1), area * 0.12 / Math.max(most, 1));
    return Arrays.stream(sizes)
        .map(size -> Math.max(SMALLEST, Math.sqrt(size * scale / Math.PI)))
        .toArray();
  }

  private static double[] spread(List<double[]> places, int axis, double length) {
    double low = places.stream().mapToDouble(place -> place[axis]).min().orElse(-1);
    double high = places.stream().mapToDouble(place -> place[axis]).max().orElse(1);
    double range = Math.max(high - low, 1e-9);
    return places.stream()
        .mapToDouble(place -> length * (0.1 + 0.8 * (place[axis] - low) / range))
        .toArray();
  }

  private void step() {
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        apart(i, j);
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = inside(x[i] + PULL * (wantedX[i] - x[i]), radius[i], TopicMap.WIDTH);
      y[i] = inside(y[i] + PULL * (wantedY[i] - y[i]), radius[i], TopicMap.HEIGHT);
    }
  }

  private void apart(int i, int j) {
    double dx = x[j] - x[i];
    double dy = y[j] - y[i];
    double distance = Math.hypot(dx, dy);
    double overlap = radius[i] + radius[j] + AIR - distance;
    if (overlap <= 0) {
      return;
    }
    // Two at one place part to either side; of two bubbles the smaller one gives way.
    double angleX = distance > 0 ? dx / distance : 1;
    double angleY = distance > 0 ? dy / distance : 0;
    double share = radius[j] * radius[j] / (radius[i] * radius[i] + radius[j] * radius[j]);
    x[i] -= angleX * overlap * share;
    y[i] -= angleY * overlap * share;
    x[j] += angleX * overlap * (1 - share);
    y[j] += angleY * overlap * (1 - share);
  }

  private static double inside(double value, double radius, double length) {
    return Math.max(radius + 2, Math.min(length - radius - 2, value));
  }
}
