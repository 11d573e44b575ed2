package io.koe.text;

import java.text.Normalizer;

/**
 * The compatibility form (NFKC) of single UTF-16 units, from a table: {@code Ａ → A}, {@code ｶ → カ},
 * {@code ㈱ → (株)}; every sort of dash becomes {@code -}, every space a blank, and characters
 * without a shape (zero-width, bidirectional, controls, variation selectors, keycaps) become
 * nothing.
 */
final class CharFold {
  private static final String DASHES = "‐‑‒–—―−﹣－⁃─━";

  /** Kanji of names that the word lists have in their common form. */
  private static final String VARIANTS = "髙﨑濵濱嶋嶌廣國澤瀨邊邉齋齊曾德眞惠";

  private static final String COMMON_FORMS = "高崎浜浜島島広国沢瀬辺辺斎斉曽徳真恵";
  private static final char GONE = '\uFFFF';
  private static final char LONGER = '\uFFFE';
  private static final char[] SINGLE = singles();

  private CharFold() {}

  /** Whether nothing is left of the character. */
  static boolean vanishes(char c) {
    return SINGLE[c] == GONE;
  }

  /** Whether the character folds to several; {@link #expansion} has them. */
  static boolean expands(char c) {
    return SINGLE[c] == LONGER;
  }

  static char fold(char c) {
    return SINGLE[c];
  }

  static String expansion(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
  }

  private static char[] singles() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = single((char) c);
    }
    return table;
  }

  private static char single(char c) {
    if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
      return '\n';
    }
    if (c == '\t' || Character.isSpaceChar(c)) {
      return ' ';
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    if (shapeless(c)) {
      return GONE;
    }
    if ((c >= '\u2460' && c <= '\u24FF') || (c >= '\u2776' && c <= '\u2793')) {
      return c; // list marks, not digits of a number
    }
    if (VARIANTS.indexOf(c) >= 0) {
      return COMMON_FORMS.charAt(VARIANTS.indexOf(c));
    }
    if ((c >= '\u4E00' && c <= '\u9FFF') || Character.isSurrogate(c)) {
      return c;
    }
    String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return folded.length() == 1 ? folded.charAt(0) : LONGER;
  }

  private static boolean shapeless(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || (c >= '\uFE00' && c <= '\uFE0F')
        || c == '\u20E3'
        || c == '\u034F'
        || c == '\u3164'
        || c == FoldedText.TAG
        || c >= '\uFFFE';
  }
}
