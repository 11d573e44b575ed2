package io.koe.report.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Weekly counts as bars, drawn without scripts.
 *
 * @param alternative the chart in words
 * @param bars oldest first
 */
public record Bars(String alternative, List<Bar> bars) implements Block {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 86;
  private static final double TOP = 14;
  private static final double GAP = 0.28;

  /**
   * A week.
   *
   * @param value as printed
   * @param x left edge in a box of 520 × 120
   * @param centre of its labels
   */
  public record Bar(
      String name, String value, String x, String y, String width, String height, String centre) {}

  /**
   * Lays the bars out.
   *
   * @param names of the weeks
   * @param values NaN for what isn't shown
   * @param shown the values as printed
   */
  public static Bars of(
      String alternative, List<String> names, List<Double> values, List<String> shown) {
    double most = values.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    double step = WIDTH / Math.max(1, names.size());
    return new Bars(
        alternative,
        IntStream.range(0, names.size())
            .mapToObj(
                i -> bar(names.get(i), values.get(i) / Math.max(1, most), shown.get(i), i, step))
            .toList());
  }

  private static Bar bar(String name, double share, String shown, int i, double step) {
    double height = Double.isFinite(share) ? HEIGHT * share : 0;
    return new Bar(
        name,
        shown,
        number(step * (i + GAP / 2)),
        number(TOP + HEIGHT - height),
        number(step * (1 - GAP)),
        number(height),
        number(step * (i + 0.5)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
