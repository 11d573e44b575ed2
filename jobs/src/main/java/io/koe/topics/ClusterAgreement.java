package io.koe.topics;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * How well two partitions of the same documents agree: V-measure (Rosenberg and Hirschberg 2007),
 * mutual information adjusted for chance with the arithmetic mean of the entropies (Vinh, Epps and
 * Bailey 2010) and the Rand index adjusted for chance (Hubert and Arabie 1985). All are symmetric;
 * 1 for equal partitions, whatever the parts are called.
 *
 * @param vMeasure 0 to 1
 * @param adjustedMutualInformation about 0 for independent partitions
 * @param adjustedRand about 0 for independent partitions
 */
public record ClusterAgreement(
    double vMeasure, double adjustedMutualInformation, double adjustedRand) {

  /**
   * Compares two partitions.
   *
   * @param one part of each document, 0 or more
   * @param other the same documents' parts in the other partition
   */
  public static ClusterAgreement of(int[] one, int[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException("partitions of different documents");
    }
    int width = parts(other);
    long[] ofOne = new long[parts(one)];
    long[] ofOther = new long[width];
    long[] joint = new long[ofOne.length * width];
    for (int i = 0; i < one.length; i++) {
      ofOne[one[i]]++;
      ofOther[other[i]]++;
      joint[one[i] * width + other[i]]++;
    }
    double entropies = entropy(ofOne, one.length) + entropy(ofOther, one.length);
    double information = entropies - entropy(joint, one.length);
    return new ClusterAgreement(
        entropies == 0 ? 1 : 2 * information / entropies,
        adjusted(information, expected(ofOne, ofOther, one.length), entropies / 2),
        adjusted(
            pairs(joint),
            pairs(ofOne) * pairs(ofOther) / pairs(one.length),
            ofBoth(ofOne, ofOther)));
  }

  private static int parts(int[] partition) {
    return Arrays.stream(partition).max().orElse(-1) + 1;
  }

  private static double adjusted(double value, double expected, double most) {
    double range = most - expected;
    return Math.abs(range) < 1e-12 ? 1 : (value - expected) / range;
  }

  private static double ofBoth(long[] one, long[] other) {
    return (pairs(one) + pairs(other)) / 2;
  }

  private static double pairs(long... sizes) {
    return Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  private static double entropy(long[] sizes, double all) {
    double sum = 0;
    for (long size : sizes) {
      sum -= size == 0 ? 0 : size / all * Math.log(size / all);
    }
    return sum;
  }

  /** Mean mutual information over all tables with these margins. */
  private static double expected(long[] ofOne, long[] ofOther, int all) {
    double[] logFactorials = new double[all + 1];
    Arrays.setAll(logFactorials, n -> Gamma.logGamma(n + 1.0));
    double sum = 0;
    for (long a : ofOne) {
      for (long b : ofOther) {
        sum += expected((int) a, (int) b, all, logFactorials);
      }
    }
    return sum;
  }

  private static double expected(int a, int b, int all, double[] logFactorials) {
    double margins =
        logFactorials[a]
            + logFactorials[b]
            + logFactorials[all - a]
            + logFactorials[all - b]
            - logFactorials[all];
    double sum = 0;
    for (int n = Math.max(1, a + b - all); n <= Math.min(a, b); n++) {
      double rest =
          logFactorials[n]
              + logFactorials[a - n]
              + logFactorials[b - n]
              + logFactorials[all - a - b + n];
      double information = (double) n / all * Math.log((double) all * n / ((double) a * b));
      sum += information * Math.exp(margins - rest);
    }
    return sum;
  }
}
