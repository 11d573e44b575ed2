package io.koe.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small trend line of weekly counts, oldest first, drawn without scripts.
 *
 * @param points of a polyline in a box of 100 × 24; empty when fewer than two weeks are known
 * @param alternative the line in words
 */
record Sparkline(String points, String alternative) {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 20;
  private static final double MARGIN = 2;

  static Sparkline of(List<Double> values, String unit) {
    List<Double> known = values.stream().filter(Double::isFinite).toList();
    if (known.size() < 2) {
      return new Sparkline("", "推移なし");
    }
    double highest = known.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double lowest = known.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    String points =
        IntStream.range(0, values.size())
            .filter(i -> Double.isFinite(values.get(i)))
            .mapToObj(i -> point(i, values, lowest, highest))
            .collect(Collectors.joining(" "));
    return new Sparkline(
        points,
        "%d週の推移：最小%s%s、最大%s%s、今週%s%s"
            .formatted(
                values.size(),
                JapaneseNumbers.count(lowest),
                unit,
                JapaneseNumbers.count(highest),
                unit,
                JapaneseNumbers.count(values.get(values.size() - 1)),
                unit));
  }

  private static String point(int i, List<Double> values, double lowest, double highest) {
    double x = MARGIN + WIDTH * i / (values.size() - 1);
    double share = highest > lowest ? (values.get(i) - lowest) / (highest - lowest) : 0.5;
    return String.format(Locale.ROOT, "%.1f,%.1f", x, MARGIN + HEIGHT * (1 - share));
  }
}
