package io.koe.text;

import java.util.Optional;

/**
 * What does not happen is what customers write about: 届きません → 届かない, ログインできない stays whole.
 *
 * <p>Known weakness: a negation further than three words behind its verb is not seen.
 */
final class Negation {
  private static final String I_ROW_SOURCE = "うくぐすつぬぶむる";
  private static final String A_ROW = "わかがさたなばまら";

  private Negation() {}

  /** Whether the word negates the verb before it (ない, ん of ません, ぬ). */
  static boolean negates(Morpheme word) {
    return word.is("助動詞")
        && (word.base().equals("ない") || word.base().equals("ん") || word.base().equals("ぬ"));
  }

  /** Whether the word may stand between a verb and its negation: 届き|ませ|ん, 届い|て|い|ない. */
  static boolean mayStandBetween(Morpheme word) {
    return (word.is("助動詞") && word.base().equals("ます"))
        || word.is("助詞-接続助詞")
        || word.is("動詞-非自立")
        || word.is("動詞-接尾");
  }

  /** Plain negative of a verb: 届く → 届かない, 消える → 消えない; empty for irregular verbs. */
  static Optional<String> plain(Morpheme verb) {
    String base = verb.base();
    String stem = base.substring(0, base.length() - 1);
    if (verb.inflection().startsWith("一段")) {
      return Optional.of(stem + "ない");
    }
    int row = I_ROW_SOURCE.indexOf(base.charAt(base.length() - 1));
    if (verb.inflection().startsWith("五段") && row >= 0) {
      return Optional.of(stem + A_ROW.charAt(row) + "ない");
    }
    return Optional.empty();
  }
}
