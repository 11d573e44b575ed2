package io.koe.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A set of words that can say which of them begin at a place in a text. */
final class Words {
  private final Set<String> words;
  private final BitSet beginnings = new BitSet();
  private final BitSet endings = new BitSet();
  private final BitSet single = new BitSet();
  private int longest;

  Words(Collection<String> words) {
    this.words = new HashSet<>(words);
    for (String word : words) {
      if (word.length() == 1) {
        single.set(word.charAt(0));
      } else {
        beginnings.set(beginning(word, 0));
        endings.set(ending(word, word.length()));
      }
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
    int room = Math.min(Math.min(longest, most), text.length() - at);
    if (room > 1 && beginnings.get(beginning(text, at))) {
      for (int n = room; n > 1; n--) {
        if (words.contains(text.substring(at, at + n))) {
          return n;
        }
      }
    }
    return room > 0 && single.get(text.charAt(at)) ? 1 : 0;
  }

  /** Sixteen bits of the first two characters, which rule out almost every place of a text. */
  private static int beginning(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) & 0xFFFF;
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
    if (end == start || !mayEnd(text, start, end)) {
      return false;
    }
    for (int n = Math.min(longest, end - start); n > 0; n--) {
      if (contains(text, end - n, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stretch of the text is one of the words. */
  boolean contains(String text, int start, int end) {
    return switch (end - start) {
      case 0 -> false;
      case 1 -> single.get(text.charAt(start));
      default ->
          beginnings.get(beginning(text, start)) && words.contains(text.substring(start, end));
    };
  }

  private boolean mayEnd(String text, int start, int end) {
    return single.get(text.charAt(end - 1)) || (end - start > 1 && endings.get(ending(text, end)));
  }

  private static int ending(String text, int end) {
    return beginning(text, end - 2);
  }
}
