package io.koe.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * From normalised, masked Japanese text to terms.
 *
 * <pre>
 * 匿名配送で発送しましたが届きません  →  匿名配送, 発送, 届く, 届かない
 * 本人確認書類を再提出しました        →  本人確認, 書類, 本人確認書類, 提出, 再提出
 * ログインできないのでお願いします    →  ログイン, ログインできない
 * </pre>
 *
 * <p>Kuromoji in NORMAL mode, with the words of {@code user-dictionary.csv} kept whole and those of
 * {@code stop-words.txt} left out. Everything is in lower case. Placeholders of masked data, such
 * as {@code <PHONE>}, and web addresses say nothing and are left out. Known weakness: IPADIC's
 * nouns of 2007, so new words that are not in the user dictionary are cut into pieces (the joined
 * compound mends most).
 *
 * <p>Costly to make and not safe for use by several threads: one per partition, reused.
 */
public final class InquiryTokenizer {
  private static final Pattern NO_WORDS =
      Pattern.compile("<[A-Z][A-Z_0-9-]*>|https?://[\\w./%?=&#~+:;,@!$*()-]+");
  private static final Set<String> STOP_WORDS = WordFile.words("stop-words.txt");
  private static final UserDictionary USER_DICTIONARY = userDictionary();

  private final JapaneseTokenizer words =
      new JapaneseTokenizer(USER_DICTIONARY, false, true, Mode.NORMAL);
  private final CharTermAttribute surface = words.getAttribute(CharTermAttribute.class);
  private final BaseFormAttribute baseForm = words.getAttribute(BaseFormAttribute.class);
  private final PartOfSpeechAttribute partOfSpeech =
      words.getAttribute(PartOfSpeechAttribute.class);
  private final InflectionAttribute inflection = words.getAttribute(InflectionAttribute.class);
  private final OffsetAttribute offset = words.getAttribute(OffsetAttribute.class);
  private final TermCollector collector = new TermCollector(STOP_WORDS);

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
    try {
      words.setReader(new StringReader(plain(text)));
      words.reset();
      while (words.incrementToken()) {
        collector.add(morpheme());
      }
      words.end();
      words.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.finish();
  }

  private Morpheme morpheme() {
    String written = surface.toString();
    String base = baseForm.getBaseForm();
    String type = inflection.getInflectionType();
    return new Morpheme(
        written,
        base == null ? written : base,
        partOfSpeech.getPartOfSpeech(),
        type == null ? "" : type,
        offset.startOffset(),
        offset.endOffset());
  }

  private static String plain(String text) {
    String unmasked =
        text.indexOf('<') < 0 && !text.contains("://")
            ? text
            : NO_WORDS.matcher(text).replaceAll("。");
    return unmasked.toLowerCase(Locale.ROOT);
  }

  private static UserDictionary userDictionary() {
    String csv = WordFile.text("user-dictionary.csv").toLowerCase(Locale.ROOT);
    try {
      return UserDictionary.open(new StringReader(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
