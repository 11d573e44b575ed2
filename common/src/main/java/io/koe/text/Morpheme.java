package io.koe.text;

import io.koe.text.morphology.Word;

/**
 * One word of a text.
 *
 * @param word what the dictionary says of it
 * @param start offset of the first character
 * @param end offset after the last character
 */
record Morpheme(Word word, int start, int end) {

  String surface() {
    return word.surface();
  }

  String base() {
    return word.base();
  }

  String inflection() {
    return word.inflection();
  }

  /** Whether the part of speech begins like that. */
  boolean is(String prefix) {
    return word.partOfSpeech().startsWith(prefix);
  }

  /** Whether the word may stand in a compound: 本人 + 確認, 再 + 発行, 追跡 + 不可. */
  boolean joins() {
    if (!Character.isLetter(surface().codePointAt(0))) {
      return false;
    }
    if (is("名詞-接尾")) {
      return !is("名詞-接尾-助数詞") && !is("名詞-接尾-人名") && !is("名詞-接尾-助動詞語幹");
    }
    return is("接頭詞-名詞接続") || isNoun();
  }

  /** A noun with a meaning of its own. */
  boolean isNoun() {
    return is("カスタム名詞")
        || (is("名詞")
            && !is("名詞-数")
            && !is("名詞-非自立")
            && !is("名詞-代名詞")
            && !is("名詞-接尾")
            && !is("名詞-特殊"));
  }

  /** A word with a meaning of its own. */
  boolean isContent() {
    return isNoun() || is("動詞-自立") || is("形容詞-自立");
  }
}
