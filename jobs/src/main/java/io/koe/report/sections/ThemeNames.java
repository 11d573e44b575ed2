package io.koe.report.sections;

import io.koe.report.page.TopicMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the names of themes stand: near the middle of their bubbles, clear of all other names. */
final class ThemeNames {
  private static final double SIZE = 15;
  private static final double LINE = 19;
  private static final double REACH = 130;
  private static final double STEP = 8;
  private static final double COVERED = 4;
  private static final int FEWEST = 2;

  /** A name's place on the map: its middle and half its width and height. */
  private record Box(double x, double y, double halfWidth, double halfHeight) {
    /** The area it shares with another. */
    double shared(Box other) {
      double width = halfWidth + other.halfWidth - Math.abs(x - other.x);
      double height = halfHeight + other.halfHeight - Math.abs(y - other.y);
      return width > 0 && height > 0 ? width * height : 0;
    }
  }

  private final List<Box> taken = new ArrayList<>();

  private ThemeNames() {}

  /**
   * Places the names.
   *
   * @param byTheme bubbles of each theme
   * @param places x, y and radius of each bubble
   * @param lines what each bubble says itself
   */
  static List<TopicMap.Theme> place(
      Map<String, List<Integer>> byTheme, List<double[]> places, List<List<TopicMap.Line>> lines) {
    ThemeNames names = new ThemeNames();
    lines.forEach(label -> label.stream().map(ThemeNames::box).forEach(names.taken::add));
    List<TopicMap.Theme> themes = new ArrayList<>();
    byTheme.forEach(
        (theme, members) -> {
          if (members.size() >= FEWEST) {
            Box box = names.clear(theme, members.stream().map(places::get).toList());
            names.taken.add(box);
            themes.add(
                new TopicMap.Theme(
                    theme, MapSection.decimal(box.x()), MapSection.decimal(box.y() + SIZE * 0.35)));
          }
        });
    return themes;
  }

  private static Box box(TopicMap.Line line) {
    double size = Double.parseDouble(line.size());
    return new Box(
        Double.parseDouble(line.x()),
        Double.parseDouble(line.y()) - size * 0.35,
        BubbleLabel.width(line.text()) * size / 2,
        size / 2);
  }

  /** Of the places around the middle the one that covers least and is nearest. */
  private Box clear(String theme, List<double[]> members) {
    double weight = members.stream().mapToDouble(one -> one[2] * one[2]).sum();
    double x = members.stream().mapToDouble(one -> one[0] * one[2] * one[2]).sum() / weight;
    double y = members.stream().mapToDouble(one -> one[1] * one[2] * one[2]).sum() / weight;
    double half = BubbleLabel.width(theme) * SIZE / 2 + 4;
    Box best = null;
    double least = Double.MAX_VALUE;
    for (double dy = -REACH; dy <= REACH; dy += STEP) {
      for (double dx = -REACH; dx <= REACH; dx += STEP) {
        Box box =
            new Box(
                Math.max(half, Math.min(TopicMap.WIDTH - half, x + dx)),
                Math.max(LINE / 2, Math.min(TopicMap.HEIGHT - LINE / 2, y + dy)),
                half,
                LINE / 2);
        double cost =
            COVERED * taken.stream().mapToDouble(box::shared).sum()
                + Math.hypot(box.x() - x, box.y() - y);
        if (cost < least) {
          least = cost;
          best = box;
        }
      }
    }
    return best;
  }
}
