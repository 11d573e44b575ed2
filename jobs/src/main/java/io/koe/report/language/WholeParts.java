package io.koe.report.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Parts as printed: whole numbers that add up to the whole total, as the exact parts do. */
public final class WholeParts {
  private WholeParts() {}

  /** Rounds parts to whole numbers that add up to the whole total: largest remainders first. */
  public static double[] of(double[] parts, double total) {
    double[] rounded = Arrays.stream(parts).map(Math::floor).toArray();
    List<Integer> byRemainder =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.floor(parts[i]) - parts[i]))
            .toList();
    double left = total - Arrays.stream(rounded).sum();
    for (int i = 0; left != 0 && parts.length > 0; i++) {
      rounded[byRemainder.get(i % parts.length)] += Math.signum(left);
      left -= Math.signum(left);
    }
    return rounded;
  }
}
