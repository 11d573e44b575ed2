package io.koe.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where bubbles and the names of their groups stand: near where they are meant to, and apart from
 * one another. Deterministic.
 *
 * <p>Numbered steps: (1) stretch the given positions over the box; (2) in turn push every
 * overlapping pair apart along the line of their centres and pull each bubble back a little to
 * where it is meant to be; (3) keep all inside the box; (4) put every name at the middle of its
 * group and go on, names pushing and being pushed like bubbles of their area.
 */
public final class Bubbles {
  private static final int STEPS = 240;
  private static final int STEPS_WITH_NAMES = 400;
  private static final double PULL = 0.01;
  private static final double AIR = 3;
  private static final double FILLED = 0.48;
  private static final double SMALLEST = 5;

  private final double[] x;
  private final double[] y;
  private final double[] wantedX;
  private final double[] wantedY;
  private final double[] radius;
  private final List<Name> names;
  private final double[] nameX;
  private final double[] nameY;

  /**
   * The name of a group.
   *
   * @param of the group's bubbles, by their place in the list
   */
  public record Name(double halfWidth, double halfHeight, List<Integer> of) {
    double area() {
      return 4 * halfWidth * halfHeight / Math.PI;
    }
  }

  /**
   * Where all stand.
   *
   * @param bubbles x, y and radius of each
   * @param names x and y of the middle of each
   */
  public record Layout(List<double[]> bubbles, List<double[]> names) {}

  private Bubbles(List<double[]> places, double[] radius, List<Name> names) {
    this.radius = radius;
    this.wantedX = spread(places, 0, TopicMap.WIDTH);
    this.wantedY = spread(places, 1, TopicMap.HEIGHT);
    this.x = wantedX.clone();
    this.y = wantedY.clone();
    this.names = names;
    this.nameX = new double[names.size()];
    this.nameY = new double[names.size()];
  }

  /**
   * Places bubbles and names.
   *
   * @param places x and y of each bubble, -1 to 1
   * @param sizes what the areas stand for
   */
  public static Layout place(List<double[]> places, double[] sizes, List<Name> names) {
    Bubbles bubbles = new Bubbles(places, radii(sizes), names);
    for (int step = 0; step < STEPS; step++) {
      bubbles.step(PULL);
    }
    bubbles.placeNames();
    return new Layout(
        IntStream.range(0, sizes.length)
            .mapToObj(i -> new double[] {bubbles.x[i], bubbles.y[i], bubbles.radius[i]})
            .toList(),
        IntStream.range(0, names.size())
            .mapToObj(i -> new double[] {bubbles.nameX[i], bubbles.nameY[i]})
            .toList());
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

  private void placeNames() {
    for (int i = 0; i < names.size(); i++) {
      nameX[i] = middle(i, x);
      nameY[i] = middle(i, y);
    }
    for (int step = 0; step < STEPS_WITH_NAMES && !names.isEmpty(); step++) {
      // In the last steps nothing is pulled into what was just pushed apart.
      double pull = PULL * Math.max(0, 1 - 1.5 * step / STEPS_WITH_NAMES);
      for (int i = 0; i < names.size(); i++) {
        for (int j = 0; j < x.length; j++) {
          part(i, j);
        }
        for (int j = 0; j < i; j++) {
          partNames(i, j);
        }
        nameX[i] += pull * (middle(i, x) - nameX[i]);
        nameY[i] += pull * (middle(i, y) - nameY[i]);
        nameX[i] = inside(nameX[i], names.get(i).halfWidth(), TopicMap.WIDTH);
        nameY[i] = inside(nameY[i], names.get(i).halfHeight(), TopicMap.HEIGHT);
      }
      step(pull);
    }
  }

  /** Of a group's bubbles, each by its area. */
  private double middle(int name, double[] axis) {
    List<Integer> of = names.get(name).of();
    double weight = of.stream().mapToDouble(i -> radius[i] * radius[i]).sum();
    return of.stream().mapToDouble(i -> axis[i] * radius[i] * radius[i]).sum() / weight;
  }

  private void step(double pull) {
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        apart(i, j);
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = inside(x[i] + pull * (wantedX[i] - x[i]), radius[i], TopicMap.WIDTH);
      y[i] = inside(y[i] + pull * (wantedY[i] - y[i]), radius[i], TopicMap.HEIGHT);
    }
  }

  private void apart(int i, int j) {
    double dx = x[j] - x[i];
    double dy = y[j] - y[i];
    double reach = radius[i] + radius[j] + AIR;
    if (areApart(dx, dy, reach)) {
      return;
    }
    double distance = Math.hypot(dx, dy);
    double overlap = reach - distance;
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

  /** Most are, and their distance, which takes long to find, need not be known. */
  private static boolean areApart(double dx, double dy, double reach) {
    return Math.abs(dx) >= reach || Math.abs(dy) >= reach;
  }

  /** A name and a bubble, along the line from the name's nearest point to the bubble's middle. */
  private void part(int i, int j) {
    Name name = names.get(i);
    double nearX = Math.max(-name.halfWidth(), Math.min(name.halfWidth(), x[j] - nameX[i]));
    double nearY = Math.max(-name.halfHeight(), Math.min(name.halfHeight(), y[j] - nameY[i]));
    double dx = x[j] - nameX[i] - nearX;
    double dy = y[j] - nameY[i] - nearY;
    double reach = radius[j] + AIR;
    if (areApart(dx, dy, reach)) {
      return;
    }
    double distance = Math.hypot(dx, dy);
    double overlap = reach - distance;
    if (overlap <= 0) {
      return;
    }
    // A bubble whose middle the name covers goes up or down, the shorter way.
    double down = y[j] >= nameY[i] ? 1 : -1;
    double angleX = distance > 0 ? dx / distance : 0;
    double angleY = distance > 0 ? dy / distance : down;
    double share = radius[j] * radius[j] / (name.area() + radius[j] * radius[j]);
    nameX[i] -= angleX * overlap * share;
    nameY[i] -= angleY * overlap * share;
    x[j] += angleX * overlap * (1 - share);
    y[j] += angleY * overlap * (1 - share);
  }

  /** Two names, up and down. */
  private void partNames(int i, int j) {
    double high = names.get(i).halfHeight() + names.get(j).halfHeight() + AIR;
    double wide = names.get(i).halfWidth() + names.get(j).halfWidth() + AIR;
    double overlap = high - Math.abs(nameY[i] - nameY[j]);
    if (overlap > 0 && Math.abs(nameX[i] - nameX[j]) < wide) {
      double down = nameY[i] >= nameY[j] ? 0.5 : -0.5;
      nameY[i] += down * overlap;
      nameY[j] -= down * overlap;
    }
  }

  private static double inside(double value, double half, double length) {
    return Math.max(half + 2, Math.min(length - half - 2, value));
  }
}
