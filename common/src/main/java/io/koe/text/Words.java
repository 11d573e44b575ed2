package io.koe.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A set of words that can say which of them begin at a place in a text. */
final class Words {
  private static final String[] NONE = {};
  private static final int SMALLEST_TABLE = 256;

  private final BitSet single = new BitSet();

  /** Words of two characters and more by their first two and last two, the longest first. */
  private final String[][] beginning;

  private final String[][] ending;

  /** The first two characters of these words, see {@link CharacterPairs#at}. */
  private final int[] firstPairs;

  private int longest;

  Words(Collection<String> words) {
    List<String> several = new ArrayList<>();
    for (String word : Set.copyOf(words)) {
      if (word.length() == 1) {
        single.set(word.charAt(0));
      } else {
        several.add(word);
      }
      longest = Math.max(longest, word.length());
    }
    several.sort(Comparator.comparingInt(String::length).reversed());
    beginning = table(several, word -> CharacterPairs.at(word, 0));
    ending = table(several, word -> CharacterPairs.at(word, word.length() - 2));
    firstPairs = several.stream().mapToInt(w -> CharacterPairs.at(w, 0)).distinct().toArray();
  }

  static Words load(String name) {
    return new Words(WordList.load(name));
  }

  boolean contains(String word) {
    return contains(word, 0, word.length());
  }

  /**
   * Length of the longest word of at most {@code most} characters that begins at {@code at}, or 0.
   */
  int longestAt(String text, int at, int most) {
    int room = Math.min(Math.min(longest, most), text.length() - at);
    if (room > 1) {
      for (String word : at(beginning, CharacterPairs.at(text, at))) {
        if (word.length() <= room && text.startsWith(word, at)) {
          return word.length();
        }
      }
    }
    return room > 0 && single.get(text.charAt(at)) ? 1 : 0;
  }

  /** Whether any word may occur in the text; false when none does. */
  boolean mayBeIn(String text, CharacterPairs pairs) {
    return pairs.mayHaveAny(firstPairs) || hasSingle(text);
  }

  private boolean hasSingle(String text) {
    for (int c = single.nextSetBit(0); c >= 0; c = single.nextSetBit(c + 1)) {
      if (text.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word occurs in the text. */
  boolean anyIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (longestAt(text, i, longest) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text ends in one of the words. */
  boolean anyEnds(String text) {
    return anyEnds(text, 0, text.length());
  }

  /** Whether a stretch of the text ends in one of the words. */
  boolean anyEnds(String text, int start, int end) {
    if (end - start > 1) {
      for (String word : at(ending, CharacterPairs.at(text, end - 2))) {
        if (word.length() <= end - start && text.startsWith(word, end - word.length())) {
          return true;
        }
      }
    }
    return end > start && single.get(text.charAt(end - 1));
  }

  /** Whether a stretch of the text is one of the words. */
  boolean contains(String text, int start, int end) {
    if (end - start < 2) {
      return end > start && single.get(text.charAt(start));
    }
    for (String word : at(beginning, CharacterPairs.at(text, start))) {
      if (word.length() == end - start && text.startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }

  private static String[][] table(List<String> words, ToIntFunction<String> pair) {
    int size = SMALLEST_TABLE;
    while (size < 4 * words.size()) {
      size *= 2;
    }
    String[][] table = new String[size][];
    Arrays.fill(table, NONE);
    words.stream()
        .collect(Collectors.groupingBy(word -> slot(pair.applyAsInt(word), table.length)))
        .forEach((slot, of) -> table[slot] = of.toArray(NONE));
    return table;
  }

  private static String[] at(String[][] table, int pair) {
    return table[slot(pair, table.length)];
  }

  private static int slot(int pair, int size) {
    return pair & (size - 1);
  }
}
