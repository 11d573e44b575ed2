package io.koe.text;

/** Reads a name backwards from the word that follows it. */
final class NameBefore {
  private static final int MOST_KANJI = 6;
  private static final int MOST_LETTERS = 14;

  private NameBefore() {}

  /**
   * Where the words that end before {@code end} begin: one stretch, or two with a blank between.
   */
  static int start(String text, int end) {
    Script script = Script.at(text, end - 1);
    if (script == Script.OTHER) {
      return end;
    }
    int start = Script.startOf(text, end, script == Script.KANJI ? MOST_KANJI : MOST_LETTERS);
    int before = start - 1;
    if (before > 0 && isJoint(text.charAt(before), script)) {
      Script left = Script.at(text, before - 1);
      boolean fits = left == script || (left == Script.KANJI && script != Script.LATIN);
      int from = Script.startOf(text, before, left == Script.KANJI ? 4 : MOST_LETTERS);
      int most = script == Script.LATIN ? MOST_LETTERS : 8;
      if (fits && end - start <= most && before - from <= most) {
        return from;
      }
    } else if (before >= 0 && script != Script.LATIN && Script.at(text, before) == Script.KANJI) {
      return Script.startOf(text, start, 4);
    }
    return start;
  }

  private static boolean isJoint(char c, Script script) {
    return " ・=".indexOf(c) >= 0 || (c == '.' && script == Script.LATIN);
  }
}
