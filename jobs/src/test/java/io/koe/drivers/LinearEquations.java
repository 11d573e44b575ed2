package io.koe.drivers;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of unknown numbers that are known, and which other sums follow from them: those in the span
 * of their coefficients. Gauss's elimination modulo a prime, so nothing is rounded.
 */
final class LinearEquations {
  private static final long PRIME = Integer.MAX_VALUE;

  /** In echelon form: coefficients by the first that is not zero, which is one. */
  private final SortedMap<Integer, long[]> equations = new TreeMap<>();

  /** What is left of a sum when all that is known is taken off; zeros when it follows. */
  private long[] reduced(long[] sum) {
    long[] left = sum.clone();
    equations.forEach(
        (pivot, coefficients) -> {
          long factor = left[pivot];
          if (factor != 0) {
            for (int i = pivot; i < left.length; i++) {
              left[i] = Math.floorMod(left[i] - factor * coefficients[i], PRIME);
            }
          }
        });
    return left;
  }

  private static int pivot(long[] sum) {
    for (int i = 0; i < sum.length; i++) {
      if (sum[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  /** Makes a sum known. */
  void add(long[] sum) {
    long[] left = reduced(sum);
    int pivot = pivot(left);
    if (pivot < 0) {
      return;
    }
    long inverse = inverse(left[pivot]);
    for (int i = pivot; i < left.length; i++) {
      left[i] = left[i] * inverse % PRIME;
    }
    equations.put(pivot, left);
  }

  /** Whether a sum follows from those known. */
  boolean tell(long[] sum) {
    return pivot(reduced(sum)) < 0;
  }

  /** By Fermat's little theorem. */
  private static long inverse(long number) {
    long power = 1;
    long base = number;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        power = power * base % PRIME;
      }
      base = base * base % PRIME;
    }
    return power;
  }
}
