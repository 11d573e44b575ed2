package io.koe.text.morphology;

import java.util.Arrays;
import org.apache.lucene.analysis.ja.dict.BinaryDictionary;
import org.apache.lucene.analysis.ja.dict.CharacterDefinition;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.UnknownDictionary;

/** Lucene's dictionaries, laid out for speed. One for all threads. */
final class Lexicon {
  /** IPADIC's costs are minus 700 times the logarithm of a probability, about. */
  private static final double COST_FACTOR = 700;

  /** More contexts than IPADIC has: 1,316. */
  private static final int CONTEXTS = 1 << 13;

  private static final class Holder {
    static final Lexicon ONLY = new Lexicon();
  }

  final WordTrie trie = WordTrieFile.load();
  final Connections connections;

  /** By the number of the word in {@link #trie}. */
  final Entries known;

  /** By the class of the first character. */
  final Entries unknown;

  /** Words of {@link #known} that occurred; a lost write costs a second one. */
  private final Word[] occurred;

  private Lexicon() {
    BinaryDictionary knownWords = TokenInfoDictionary.getInstance();
    BinaryDictionary unknownWords = UnknownDictionary.getInstance();
    int words = trie.words();
    connections = new Connections(likelihoods(knownWords, words));
    known = new Entries(knownWords, words, connections);
    unknown = new Entries(unknownWords, CharacterDefinition.CLASS_COUNT, connections);
    occurred = new Word[known.size()];
  }

  static Lexicon get() {
    return Holder.ONLY;
  }

  /** A known word that stands in a text. */
  Word known(int word, String text, int start, int end) {
    Word seen = occurred[word];
    if (seen == null) {
      seen = known.word(word, text.substring(start, end));
      occurred[word] = seen;
    }
    return seen;
  }

  /** How likely a context is: the sum over its words of what their costs say. */
  private static double[] likelihoods(BinaryDictionary dictionary, int sources) {
    double[] sums = new double[CONTEXTS];
    int contexts = 0;
    for (int id : Entries.ids(dictionary, sources, new int[sources + 1])) {
      int context = dictionary.getLeftId(id);
      sums[context] += Math.exp(-dictionary.getWordCost(id) / COST_FACTOR);
      contexts = Math.max(contexts, context + 1);
    }
    return Arrays.copyOf(sums, contexts);
  }
}
