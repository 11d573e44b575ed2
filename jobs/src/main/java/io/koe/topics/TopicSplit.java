package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Splits the largest topic in two: how the number of topics follows a growing corpus. */
final class TopicSplit {
  private static final int SMALLEST_PART = 15;
  private static final int ROUNDS = 10;
  private static final int POWER_PASSES = 2;

  private final CountedDocuments counted;
  private final long seed;

  TopicSplit(CountedDocuments counted, long seed) {
    this.counted = counted;
    this.seed = seed;
  }

  /** Moves the smaller part of the largest topic to a new one; whether it could be split. */
  boolean addTo(int[] topicOf, int topics) {
    int[] sizes = new int[topics];
    Arrays.stream(topicOf).filter(k -> k >= 0).forEach(k -> sizes[k]++);
    int largest = IntStream.range(0, topics).reduce(0, (a, b) -> sizes[b] > sizes[a] ? b : a);
    int[] members = IntStream.range(0, topicOf.length).filter(i -> topicOf[i] == largest).toArray();
    if (members.length < 2 * SMALLEST_PART) {
      return false;
    }
    float[][] vectors = new DocumentVectors(counted.only(members), POWER_PASSES).plain();
    float[][] starts = Starts.of(vectors, 2, seed + 2).merged(2);
    SphericalKMeans parts = SphericalKMeans.from(starts, vectors, ROUNDS);
    int smaller = parts.sizes()[0] < parts.sizes()[1] ? 0 : 1;
    if (parts.sizes()[smaller] < SMALLEST_PART) {
      return false;
    }
    for (int i = 0; i < members.length; i++) {
      if (parts.clusterOf()[i] == smaller) {
        topicOf[members[i]] = topics;
      }
    }
    return true;
  }
}
