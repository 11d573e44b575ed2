package io.koe.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that announce personal data, each followed by what a pattern describes. Looking for the
 * words first spares the pattern all other places of the text.
 */
final class Cues {
  private static final int LONGEST = 16;

  /** Short katakana are parts of other words: ライン of オンライン, パス of パスタ. */
  private static final int LONGEST_PART = 4;

  /** What is done with a match; the matcher stands right behind the cue. */
  @FunctionalInterface
  interface Sink {
    void accept(Matcher found);
  }

  private final Words words;

  /** Cues in Latin letters are also found in all small and all capital letters, as whole words. */
  Cues(String... cues) {
    Set<String> spellings = new HashSet<>();
    for (String cue : cues) {
      spellings.add(cue);
      spellings.add(cue.toLowerCase(Locale.ROOT));
      spellings.add(cue.toUpperCase(Locale.ROOT));
    }
    words = new Words(spellings);
  }

  /** Hands on each place where the pattern matches directly after a cue. */
  void followedBy(Pattern pattern, FoldedText folded, Sink sink) {
    if (!folded.mayHave(words)) {
      return;
    }
    String text = folded.text();
    Matcher matcher = null;
    for (int i = 0; i < text.length(); i++) {
      int n = words.longestAt(text, i, LONGEST);
      if (n > 0 && isWhole(text, i, i + n)) {
        matcher = matcher == null ? pattern.matcher(text) : matcher;
        if (matcher.region(i + n, text.length()).lookingAt()) {
          sink.accept(matcher);
        }
      }
    }
  }

  /** Hands on where each cue begins. */
  void before(FoldedText folded, IntConsumer sink) {
    if (!folded.mayHave(words)) {
      return;
    }
    String text = folded.text();
    for (int i = 0; i < text.length(); i++) {
      if (words.longestAt(text, i, LONGEST) > 0) {
        sink.accept(i);
      }
    }
  }

  private static boolean isWhole(String text, int start, int end) {
    if (Script.at(text, start) == Script.KATAKANA && end - start <= LONGEST_PART) {
      return Script.at(text, start - 1) != Script.KATAKANA
          && Script.at(text, end) != Script.KATAKANA;
    }
    return (Script.at(text, start) != Script.LATIN || !isLatinOrDot(text, start - 1))
        && (Script.at(text, end - 1) != Script.LATIN
            || Script.at(text, end) != Script.LATIN
            || endsInCapitals(text, start, end));
  }

  private static boolean isLatinOrDot(String text, int at) {
    return Script.at(text, at) == Script.LATIN || (at >= 0 && text.charAt(at) == '.');
  }

  /** In ユーザーIDtaro the small letters after ID are no part of the cue. */
  private static boolean endsInCapitals(String text, int start, int end) {
    return Script.at(text, start) != Script.LATIN
        && Character.isUpperCase(text.charAt(end - 1))
        && Character.isLowerCase(text.charAt(end));
  }
}
