package io.koe.stat;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Upper tail of a count whose variance may exceed its mean.
 *
 * <p>Negative binomial with mean μ and variance σ² has size r = μ² ÷ (σ² − μ) and success
 * probability p = r ÷ (r + μ); P(X ≥ n) = I(1 − p; n, r) with the regularised incomplete beta
 * function. Without overdispersion (σ² ≤ μ) it is Poisson.
 */
public final class NegativeBinomial {
  private NegativeBinomial() {}

  /** P(X ≥ count), 0 to 1. A mean of 0 gives 1 for a count of 0 and 0 for any other. */
  public static double upperTail(double count, double mean, double variance) {
    if (count <= 0) {
      return 1;
    }
    if (mean <= 0) {
      return 0;
    }
    if (variance <= mean * (1 + 1e-9)) {
      return PoissonDistribution.of(mean).survivalProbability((int) Math.ceil(count) - 1);
    }
    double size = mean * mean / (variance - mean);
    return RegularizedBeta.value(mean / (size + mean), Math.ceil(count), size);
  }
}
