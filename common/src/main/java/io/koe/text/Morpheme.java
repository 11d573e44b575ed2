package io.koe.text;

/**
 * One word as the dictionary cuts it.
 *
 * @param surface as written
 * @param base dictionary form; the surface when the dictionary has none
 * @param partOfSpeech IPADIC's, such as 名詞-サ変接続
 * @param inflection IPADIC's type, such as 五段・ラ行; empty for words that don't inflect
 * @param start offset of the first character
 * @param end offset after the last character
 */
record Morpheme(
    String surface, String base, String partOfSpeech, String inflection, int start, int end) {

  boolean is(String prefix) {
    return partOfSpeech.startsWith(prefix);
  }

  /** Whether the word may stand in a compound: 本人 + 確認, 再 + 発行, 追跡 + 不可. */
  boolean joins() {
    if (!Character.isLetter(surface.codePointAt(0))) {
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
