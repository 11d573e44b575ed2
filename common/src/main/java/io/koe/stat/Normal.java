package io.koe.stat;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** P(Z ≥ z), 0 to 1. */
  public static double upperTail(double z) {
    return STANDARD.survivalProbability(z);
  }
}
