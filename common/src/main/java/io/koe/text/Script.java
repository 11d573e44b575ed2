package io.koe.text;

/** The scripts a Japanese name can be written in. */
enum Script {
  KANJI,
  HIRAGANA,
  KATAKANA,
  LATIN,
  OTHER;

  static Script of(char c) {
    if ((c >= '\u4E00' && c <= '\u9FFF')
        || c == '々'
        || c == '\u3006'
        || (c >= '\u3400' && c <= '\u4DBF')) {
      return KANJI;
    }
    if (c >= 'ぁ' && c <= 'ゖ') {
      return HIRAGANA;
    }
    if ((c >= 'ァ' && c <= 'ヺ') || c == 'ー') {
      return KATAKANA;
    }
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? LATIN : OTHER;
  }

  /** The script at a position; OTHER outside the text. */
  static Script at(String text, int position) {
    return position < 0 || position >= text.length() ? OTHER : of(text.charAt(position));
  }

  /**
   * Where the stretch of one script that ends before {@code end} begins, at most {@code most} back.
   */
  static int startOf(String text, int end, int most) {
    Script script = at(text, end - 1);
    int start = end;
    while (start > 0 && end - start < most && script != OTHER && at(text, start - 1) == script) {
      start--;
    }
    return start;
  }

  /** Where the stretch of one script that begins at {@code start} ends, at most {@code most} on. */
  static int endOf(String text, int start, int most) {
    Script script = at(text, start);
    int end = start;
    while (end < text.length()
        && end - start < most
        && script != OTHER
        && at(text, end) == script) {
      end++;
    }
    return end;
  }
}
