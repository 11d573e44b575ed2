package io.koe.stat;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The Early Aberration Reporting System's C1, C2 and C3 of a series of daily counts.
 *
 * <p>C1 is (count − mean) ÷ standard deviation, both of the 7 days before (n − 1 in the variance);
 * C2 leaves out the 2 days just before, so that the first days of an outbreak don't hide the next
 * ones; C3 is the sum over the day and the 2 before it of max(0, C2 − 1). All are without unit.
 * EARS raises an alarm for C1 or C2 above 3 and for C3 above 2.
 *
 * <p>Counts are those of consecutive days, oldest first, the day looked at last; earlier days than
 * needed do no harm. A statistic is null when there are too few days (fewer than 8 for C1, 10 for
 * C2, 12 for C3) and when a baseline it needs is constant, as nothing can be said in units of no
 * variation: a topic of which nothing was heard for a week has none, however many write tonight.
 * All refuse a negative, infinite or undefined count with an {@link IllegalArgumentException}.
 *
 * <p>Source: L. Hutwagner, W. Thompson, G. M. Seeman, T. Treadwell, The bioterrorism preparedness
 * and response Early Aberration Reporting System (EARS), Journal of Urban Health 80 (2003) i89–i96;
 * formulas as in R. D. Fricker, B. L. Hegler, D. A. Dunfee, Statistics in Medicine 27 (2008)
 * 3407–3429.
 */
public final class Ears {
  private static final int BASELINE_DAYS = 7;
  private static final int GUARD_DAYS = 2;
  private static final int SUMMED_DAYS = 3;

  private Ears() {}

  /** C1 ("mild") of the last day, in standard deviations. */
  public static Double c1(double... counts) {
    check(counts);
    return deviation(counts, counts.length - 1, 0);
  }

  /** C2 ("medium") of the last day, in standard deviations. */
  public static Double c2(double... counts) {
    check(counts);
    return deviation(counts, counts.length - 1, GUARD_DAYS);
  }

  /** C3 ("ultra") of the last day, at least 0. */
  public static Double c3(double... counts) {
    check(counts);
    double sum = 0;
    for (int day = counts.length - SUMMED_DAYS; day < counts.length; day++) {
      Double deviation = deviation(counts, day, GUARD_DAYS);
      if (deviation == null) {
        return null;
      }
      sum += Math.max(0, deviation - 1);
    }
    return sum;
  }

  private static void check(double... counts) {
    for (double count : counts) {
      Arguments.notNegative("count", count);
    }
  }

  private static Double deviation(double[] counts, int day, int guardDays) {
    int end = day - guardDays;
    if (end < BASELINE_DAYS) {
      return null;
    }
    double[] baseline = Arrays.copyOfRange(counts, end - BASELINE_DAYS, end);
    if (DoubleStream.of(baseline).allMatch(count -> count == baseline[0])) {
      return null;
    }
    double mean = DoubleStream.of(baseline).average().orElseThrow();
    double squares = DoubleStream.of(baseline).map(c -> (c - mean) * (c - mean)).sum();
    return (counts[day] - mean) / Math.sqrt(squares / (BASELINE_DAYS - 1));
  }
}
