package io.koe.report.sections;

import io.koe.report.page.TopicMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the names of themes stand: above their bubbles, clear of one another. */
final class ThemeNames {
  private static final double SIZE = 16;
  private static final double LINE = 20;
  private static final int FEWEST = 2;

  private ThemeNames() {}

  static List<TopicMap.Theme> place(Map<String, List<Integer>> byTheme, List<double[]> places) {
    List<double[]> taken = new ArrayList<>();
    List<TopicMap.Theme> names = new ArrayList<>();
    byTheme.forEach(
        (theme, members) -> {
          if (members.size() >= FEWEST) {
            double[] box = box(theme, members, places);
            while (taken.stream().anyMatch(other -> overlaps(box, other))) {
              box[1] += LINE;
            }
            taken.add(box);
            names.add(
                new TopicMap.Theme(theme, MapSection.decimal(box[0]), MapSection.decimal(box[1])));
          }
        });
    return names;
  }

  /** Middle, baseline and half the width. */
  private static double[] box(String theme, List<Integer> members, List<double[]> places) {
    double weight = members.stream().mapToDouble(i -> square(places.get(i)[2])).sum();
    double x = members.stream().mapToDouble(i -> places.get(i)[0] * square(places.get(i)[2])).sum();
    double y = members.stream().mapToDouble(i -> places.get(i)[1] * square(places.get(i)[2])).sum();
    double half = BubbleLabel.width(theme) * SIZE / 2 + 6;
    double middle = Math.max(half, Math.min(TopicMap.WIDTH - half, x / weight));
    double spread =
        members.stream()
            .mapToDouble(i -> Math.abs(places.get(i)[1] - y / weight) + places.get(i)[2])
            .average()
            .orElse(0);
    return new double[] {middle, Math.max(LINE, y / weight - spread), half};
  }

  private static boolean overlaps(double[] one, double[] other) {
    return Math.abs(one[0] - other[0]) < one[2] + other[2] && Math.abs(one[1] - other[1]) < LINE;
  }

  private static double square(double value) {
    return value * value;
  }
}
