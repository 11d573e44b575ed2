package io.koe.stat;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Garwood's exact interval for a Poisson count, 95 %.
 *
 * <p>Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)
 * 437–442: half the 2.5 % quantile of χ² with 2n degrees of freedom, half the 97.5 % quantile with
 * 2n + 2. A count that is not whole takes the same formula. Both ends refuse a negative, infinite
 * or undefined count with an {@link IllegalArgumentException}.
 */
public final class Garwood {
  private Garwood() {}

  /** Lower end of the expected count; 0 for a count of 0. */
  public static double low(double count) {
    return Arguments.notNegative("count", count) == 0
        ? 0
        : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(0.025) / 2;
  }

  /** Upper end of the expected count. */
  public static double high(double count) {
    double degrees = 2 * Arguments.notNegative("count", count) + 2;
    return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(0.975) / 2;
  }
}
