package io.koe.text;

import java.lang.Character.UnicodeScript;

/** What a term must look like to say something. */
final class Terms {
  private Terms() {}

  /** At least one letter; more than a single kana or Latin letter; no digits only. */
  static boolean hasContent(String term) {
    if (term.isEmpty()) {
      return false;
    }
    int first = term.codePointAt(0);
    if (term.length() == Character.charCount(first)) {
      return UnicodeScript.of(first) == UnicodeScript.HAN;
    }
    for (int i = 0; i < term.length(); i += Character.charCount(term.codePointAt(i))) {
      if (Character.isLetter(term.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
