package io.koe.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * The statistics of {@code io.koe.stat} found another way, for a check: the formulas are written
 * anew, here or in {@code sql/duckdb_check.sql}, and the special functions are those of another
 * library (Commons Math 3, which Spark brings; {@code io.koe.stat} takes Commons Statistics and
 * Numbers).
 */
final class CheckStatistics {
  /** Of a χ² quantile; the default of the library is 1e-9. */
  private static final double QUANTILE_ACCURACY = 1e-12;

  private CheckStatistics() {}

  static void register(Connection connection) throws SQLException {
    DuckDbFunctions.register(
        connection, "garwood_low", 1, a -> a[0] == 0 ? 0 : quantile(2 * a[0], 0.025) / 2);
    DuckDbFunctions.register(connection, "garwood_high", 1, a -> quantile(2 * a[0] + 2, 0.975) / 2);
    DuckDbFunctions.register(
        connection, "normal_upper_tail", 1, a -> Erf.erfc(a[0] / Math.sqrt(2)) / 2);
    DuckDbFunctions.register(
        connection,
        "negative_binomial_upper_tail",
        3,
        a -> negativeBinomial(Math.ceil(a[0]), a[1], a[2]));
  }

  private static double quantile(double degrees, double probability) {
    return new ChiSquaredDistribution(null, degrees, QUANTILE_ACCURACY)
        .inverseCumulativeProbability(probability);
  }

  /** P(X ≥ count) = I(m / (r + m); count, r) with r = m² / (v − m); Poisson when v ≤ m. */
  private static double negativeBinomial(double count, double mean, double variance) {
    if (count == 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    if (variance <= mean * (1 + 1e-9)) {
      return Gamma.regularizedGammaP(count, mean);
    }
    double size = mean * mean / (variance - mean);
    return Beta.regularizedBeta(mean / (size + mean), count, size);
  }
}
