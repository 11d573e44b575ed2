package io.koe.stat;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Garwood's exact interval for a Poisson count, 95 %.
 *
 * <p>Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)
 * 437–442: half the 2.5 % quantile of χ² with 2n degrees of freedom, half the 97.5 % quantile with
 * 2n + 2.
 */
public final class Garwood {
  private Garwood() {}

  /** Lower end of the expected count; 0 for a count of 0. */
  public static double low(double count) {
    return count <= 0
        ? 0
        : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(0.025) / 2;
  }

  /** Upper end of the expected count. */
  public static double high(double count) {
    return ChiSquaredDistribution.of(2 * count + 2).inverseCumulativeProbability(0.975) / 2;
  }
}
