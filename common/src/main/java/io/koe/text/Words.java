package io.koe.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A set of words that can say which of them begin at a place in a text. */
final class Words {
  private final Set<String> words;
  private final BitSet firstChars = new BitSet();
  private int longest;

  Words(Collection<String> words) {
    this.words = new HashSet<>(words);
    for (String word : words) {
      firstChars.set(word.charAt(0));
      longest = Math.max(longest, word.length());
    }
  }

  static Words load(String name) {
    return new Words(WordList.load(name));
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /**
   * Length of the longest word of at most {@code most} characters that begins at {@code at}, or 0.
   */
  int longestAt(String text, int at, int most) {
    if (at >= text.length() || !firstChars.get(text.charAt(at))) {
      return 0;
    }
    for (int n = Math.min(Math.min(longest, most), text.length() - at); n > 0; n--) {
      if (words.contains(text.substring(at, at + n))) {
        return n;
      }
    }
    return 0;
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
    for (int n = Math.min(longest, text.length()); n > 0; n--) {
      if (words.contains(text.substring(text.length() - n))) {
        return true;
      }
    }
    return false;
  }
}
