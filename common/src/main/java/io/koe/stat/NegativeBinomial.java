package io.koe.stat;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Upper tail of a count whose variance may exceed its mean.
 *
 * <p>Negative binomial with mean μ and variance σ² has size r = μ² ÷ (σ² − μ) and success
 * probability p = r ÷ (r + μ); P(X ≥ n) = I(1 − p; n, r) = 1 − I(p; r, n) with the regularised
 * incomplete beta function. Without overdispersion (σ² ≤ μ) it is Poisson, whose P(X ≥ n) is the
 * regularised lower incomplete gamma function P(n, μ). Source: N. L. Johnson, A. W. Kemp, S. Kotz,
 * Univariate Discrete Distributions, 3rd ed. (2005), sections 4.4 and 5.6.
 */
public final class NegativeBinomial {
  private NegativeBinomial() {}

  /**
   * P(X ≥ count), 0 to 1; as X is whole, a count that is not is rounded up. A mean of 0 gives 1 for
   * a count of 0 and 0 for any other.
   *
   * @throws IllegalArgumentException when an argument is negative, infinite or not a number
   */
  public static double upperTail(double count, double mean, double variance) {
    double atLeast = Math.ceil(Arguments.notNegative("count", count));
    Arguments.notNegative("mean", mean);
    Arguments.notNegative("variance", variance);
    if (atLeast == 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    if (variance <= mean * (1 + 1e-9)) {
      return RegularizedGamma.P.value(atLeast, mean);
    }
    return overdispersed(atLeast, mean, mean * mean / (variance - mean));
  }

  /** Takes the smaller of p and 1 − p, which has all its digits where the other rounds to 1. */
  private static double overdispersed(double atLeast, double mean, double size) {
    return mean < size
        ? RegularizedBeta.value(mean / (size + mean), atLeast, size)
        : RegularizedBeta.complement(size / (size + mean), size, atLeast);
  }
}
