package io.koe.report.page;

import io.koe.report.language.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small trend line of weekly values, oldest first, drawn without scripts.
 *
 * @param points of a polyline in a box of 100 × 24; empty when fewer than two weeks are known
 * @param alternative the line in words
 */
public record Sparkline(String points, String alternative) {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 20;
  private static final double MARGIN = 2;

  public static Sparkline of(List<Double> values, Wording wording, DoubleFunction<String> format) {
    List<Double> known = values.stream().filter(Double::isFinite).toList();
    if (known.size() < 2) {
      return new Sparkline("", "");
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
        wording.say(
            "trend.words",
            values.size(),
            format.apply(lowest),
            format.apply(highest),
            format.apply(values.get(values.size() - 1))));
  }

  private static String point(int i, List<Double> values, double lowest, double highest) {
    double x = MARGIN + WIDTH * i / (values.size() - 1);
    double share = highest > lowest ? (values.get(i) - lowest) / (highest - lowest) : 0.5;
    return String.format(Locale.ROOT, "%.1f,%.1f", x, MARGIN + HEIGHT * (1 - share));
  }
}
