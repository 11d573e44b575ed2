package io.koe.stat;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /**
   * P(Z ≥ z), 0 to 1.
   *
   * @throws IllegalArgumentException when z is not a number
   */
  public static double upperTail(double z) {
    if (Double.isNaN(z)) {
      throw new IllegalArgumentException("z must be a number, but is NaN");
    }
    return STANDARD.survivalProbability(z);
  }
}
