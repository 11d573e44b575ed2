package io.koe.text;

import io.koe.text.morphology.Tokenizer;
import java.util.List;
import java.util.Set;

/**
 * From normalised, masked Japanese text to terms.
 *
 * <pre>
 * 匿名配送で発送しましたが届きません  →  匿名配送, 発送, 届く, 届かない
 * 本人確認書類を再提出しました        →  本人確認, 書類, 本人確認書類, 提出, 再提出
 * ログインできないのでお願いします    →  ログイン, ログインできない
 * </pre>
 *
 * <p>The words of Kuromoji in NORMAL mode, with the words of {@code user-dictionary.csv} kept whole
 * and those of {@code stop-words.txt} left out. Everything is in lower case. Placeholders of masked
 * data, such as {@code <PHONE>}, and web addresses say nothing and are left out. Known weakness:
 * IPADIC's nouns of 2007, so new words that are not in the user dictionary are cut into pieces (the
 * joined compound mends most).
 *
 * <p>Costly to make and not safe for use by several threads: one per partition, reused.
 */
public final class InquiryTokenizer {
  static final Set<String> STOP_WORDS = WordFile.words("stop-words.txt");

  private final Morphemes words;
  private final TermCollector collector = new TermCollector(STOP_WORDS);

  public InquiryTokenizer() {
    this(Tokenizer.koe);
  }

  /** Leaves the cutting to one of the tokenizers. */
  public InquiryTokenizer(Tokenizer tokenizer) {
    words = new Morphemes(tokenizer);
  }

  /**
   * The terms of a text.
   *
   * @param text NFKC-normalised, masked; null counts as empty
   * @return terms in order of appearance, with repetitions
   */
  public List<String> terms(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    words.read(Morphemes.plain(text), collector::add);
    return collector.finish();
  }
}
