package io.koe.text.morphology;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.ja.dict.ConnectionCosts;

/**
 * What it costs when one word follows another, by their contexts. IPADIC's contexts, one for both
 * sides of a word, numbered anew: the likeliest first, so that what is read most lies together.
 */
final class Connections {
  private final int size;
  private final char[] renumbered;
  private final short[] costs;

  /**
   * Numbers the contexts.
   *
   * @param likelihoods by IPADIC's number of the context
   */
  Connections(double[] likelihoods) {
    size = likelihoods.length;
    renumbered = new char[size];
    int[] old =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer id) -> -likelihoods[id]))
            .mapToInt(id -> id)
            .toArray();
    costs = new short[size * size];
    ConnectionCosts lucene = ConnectionCosts.getInstance();
    for (int next = 0; next < size; next++) {
      renumbered[old[next]] = (char) next;
      for (int before = 0; before < size; before++) {
        costs[next * size + before] = (short) lucene.get(old[before], old[next]);
      }
    }
  }

  /** The number here of one of IPADIC's contexts. */
  int context(int id) {
    return renumbered[id];
  }

  /** How many contexts there are. */
  int size() {
    return size;
  }

  /** The costs before a context, by the context before: {@code size()} from this index on. */
  int row(int next) {
    return next * size;
  }

  /** By {@link #row} plus the context before. */
  short[] costs() {
    return costs;
  }
}
