package io.koe.text.morphology;

import org.apache.lucene.analysis.ja.dict.BinaryDictionary;
import org.apache.lucene.util.IntsRef;

/** The words of one of Lucene's dictionaries, by the surface or sort of character they are of. */
final class Entries {
  private final BinaryDictionary dictionary;
  private final int[] first;
  private final int[] ids;
  private final int[] contextAndCost;

  /**
   * Takes a dictionary's words.
   *
   * @param sources how many surfaces or sorts of characters it has
   */
  Entries(BinaryDictionary dictionary, int sources, Connections connections) {
    this.dictionary = dictionary;
    first = new int[sources + 1];
    ids = ids(dictionary, sources, first);
    contextAndCost = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int context = connections.context(dictionary.getLeftId(ids[i]));
      contextAndCost[i] = (context << Short.SIZE) | (dictionary.getWordCost(ids[i]) & 0xFFFF);
    }
  }

  static int[] ids(BinaryDictionary dictionary, int sources, int[] first) {
    IntsRef found = new IntsRef();
    for (int source = 0; source < sources; source++) {
      dictionary.lookupWordIds(source, found);
      first[source + 1] = first[source] + found.length;
    }
    int[] ids = new int[first[sources]];
    for (int source = 0; source < sources; source++) {
      dictionary.lookupWordIds(source, found);
      System.arraycopy(found.ints, found.offset, ids, first[source], found.length);
    }
    return ids;
  }

  /** The first word of a source; those of the next follow its last. */
  int first(int source) {
    return first[source];
  }

  int size() {
    return ids.length;
  }

  int context(int word) {
    return contextAndCost[word] >>> Short.SIZE;
  }

  int cost(int word) {
    return (short) contextAndCost[word];
  }

  /** What the dictionary says of a word. */
  Word word(int word, String surface) {
    return Word.of(dictionary, ids[word], surface);
  }
}
