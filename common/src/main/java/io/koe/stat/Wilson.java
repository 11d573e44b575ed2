package io.koe.stat;

/**
 * Wilson's score interval for a proportion, 95 %, without continuity correction.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927) 209–212. Hits and trials need not be whole. Both ends refuse negative, infinite or
 * undefined numbers, and more hits than trials, with an {@link IllegalArgumentException}.
 */
public final class Wilson {
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /** Lower end, 0 to 1; null when there were no trials. */
  public static Double low(double hits, double trials) {
    check(hits, trials);
    return trials == 0
        ? null
        : hits == 0 ? 0.0 : Math.max(0, centre(hits, trials) - half(hits, trials));
  }

  /** Upper end, 0 to 1; null when there were no trials. */
  public static Double high(double hits, double trials) {
    check(hits, trials);
    return trials == 0
        ? null
        : hits == trials ? 1.0 : Math.min(1, centre(hits, trials) + half(hits, trials));
  }

  private static void check(double hits, double trials) {
    Arguments.notNegative("hits", hits);
    if (hits > Arguments.notNegative("trials", trials)) {
      throw new IllegalArgumentException(
          "hits must not exceed trials, but " + hits + " > " + trials);
    }
  }

  private static double centre(double hits, double trials) {
    return (hits + Z * Z / 2) / (trials + Z * Z);
  }

  private static double half(double hits, double trials) {
    double misses = trials - hits;
    return Z * Math.sqrt(hits * misses / trials + Z * Z / 4) / (trials + Z * Z);
  }
}
