package io.koe.topics;

import java.util.Collection;

/**
 * Signatures of sets of terms: two sets agree in each number with a probability of their Jaccard
 * coefficient (Broder 1997).
 */
final class MinHash {
  private MinHash() {}

  /** So many numbers; all 0 for an empty set. */
  static long[] of(Collection<String> terms, int numbers) {
    long[] least = new long[numbers];
    boolean isFirst = true;
    for (String term : terms) {
      long hash = mixed(hash(term));
      for (int i = 0; i < numbers; i++) {
        long own = mixed(hash + i * 0x9E3779B97F4A7C15L);
        least[i] = isFirst ? own : Math.min(least[i], own);
      }
      isFirst = false;
    }
    return least;
  }

  /** A key most copies of a text share, with a few words changed or not. */
  static long key(Collection<String> terms) {
    long[] two = of(terms, 2);
    return mixed(two[0]) + two[1];
  }

  private static long hash(String term) {
    long hash = 1125899906842597L;
    for (int i = 0; i < term.length(); i++) {
      hash = 31 * hash + term.charAt(i);
    }
    return hash;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
