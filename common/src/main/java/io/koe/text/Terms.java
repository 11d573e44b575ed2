package io.koe.text;

import java.lang.Character.UnicodeScript;

/** What a term must look like to say something. */
final class Terms {
  private Terms() {}

  /** At least one letter; more than a single kana or Latin letter; no digits only. */
  static boolean hasContent(String term) {
    if (term.codePointCount(0, term.length()) == 1) {
      return UnicodeScript.of(term.codePointAt(0)) == UnicodeScript.HAN;
    }
    return term.codePoints().anyMatch(Character::isLetter);
  }
}
