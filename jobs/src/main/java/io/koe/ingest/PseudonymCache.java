package io.koe.ingest;

import java.util.function.UnaryOperator;

/**
 * Remembers the pseudonyms of the ids a task has met lately: a night's rows name the same people
 * again and again, and a keyed hash costs more than the rest of a short row. Lives in a task's
 * memory alone. Not thread-safe.
 *
 * <p>So small that it stays in the processor's own memory: of millions of people few come again
 * soon, and to look in a large table costs more than the hash.
 */
final class PseudonymCache {
  private static final int SIZE = 1 << 10;

  private final UnaryOperator<String> pseudonym;
  private final String[] ids = new String[SIZE];
  private final String[] pseudonyms = new String[SIZE];

  /**
   * Starts empty.
   *
   * @param pseudonym makes the pseudonym of an id
   */
  PseudonymCache(UnaryOperator<String> pseudonym) {
    this.pseudonym = pseudonym;
  }

  String of(String id) {
    int hash = id.hashCode();
    int place = (hash ^ (hash >>> 15)) & (SIZE - 1);
    if (!id.equals(ids[place])) {
      pseudonyms[place] = pseudonym.apply(id);
      ids[place] = id;
    }
    return pseudonyms[place];
  }
}
