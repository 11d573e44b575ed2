package io.koe.text;

import java.text.Normalizer;

/**
 * One spelling for what means the same: NFKC (half-width kana, full-width letters and digits,
 * ligatures), one sort of line end, no zero-width, bidirectional or control characters, runs of
 * blanks as one, no blanks at line ends. Words, punctuation, dashes and emoji stay as they are; the
 * joiner stays inside emoji sequences.
 *
 * <pre>
 * ﾒﾙｶﾘ　ＡＢＣ\r\n → メルカリ ABC
 * </pre>
 */
public final class JapaneseNormalizer {
  private static final char JOINER = '\u200D';

  private JapaneseNormalizer() {}

  /** The normalised text; null stays null. */
  public static String normalize(String text) {
    if (text == null) {
      return null;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      append(out, composed, i);
    }
    return trimmed(out);
  }

  private static void append(StringBuilder out, String text, int i) {
    char c = text.charAt(i);
    if (c == '\r') {
      if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
        lineEnd(out);
      }
    } else if (c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
      lineEnd(out);
    } else if (c == '\t' || Character.isSpaceChar(c)) {
      blank(out);
    } else if (c == JOINER ? joinsEmoji(text, i) : !isShapeless(c)) {
      out.append(c);
    }
  }

  private static void lineEnd(StringBuilder out) {
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
  }

  private static void blank(StringBuilder out) {
    if (out.length() > 0
        && out.charAt(out.length() - 1) != ' '
        && out.charAt(out.length() - 1) != '\n') {
      out.append(' ');
    }
  }

  private static boolean isShapeless(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  /** An emoji, a skin tone or a variation selector before, a surrogate pair or symbol after. */
  private static boolean joinsEmoji(String text, int i) {
    if (i == 0 || i + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    boolean emojiBefore =
        Character.isLowSurrogate(before) || before == '\uFE0F' || isSymbol(before);
    return emojiBefore && (Character.isHighSurrogate(after) || isSymbol(after));
  }

  private static boolean isSymbol(char c) {
    return c >= '\u2190' && c <= '\u2BFF';
  }

  private static String trimmed(StringBuilder out) {
    return out.toString().strip();
  }
}
