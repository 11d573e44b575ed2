package io.koe.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
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
 * The words of a text as Kuromoji cuts it in NORMAL mode, in lower case, with the words of {@code
 * user-dictionary.csv} kept whole. Placeholders of masked data, such as {@code <PHONE>}, and web
 * addresses become full stops.
 *
 * <p>Costly to make and not safe for use by several threads: one per partition, reused.
 */
final class Morphemes {
  private static final Pattern NO_WORDS =
      Pattern.compile("<[A-Z][A-Z_0-9-]*>|https?://[\\w./%?=&#~+:;,@!$*()-]+");
  private static final UserDictionary USER_DICTIONARY = userDictionary();

  private final JapaneseTokenizer words =
      new JapaneseTokenizer(USER_DICTIONARY, false, true, Mode.NORMAL);
  private final CharTermAttribute surface = words.getAttribute(CharTermAttribute.class);
  private final BaseFormAttribute baseForm = words.getAttribute(BaseFormAttribute.class);
  private final PartOfSpeechAttribute partOfSpeech =
      words.getAttribute(PartOfSpeechAttribute.class);
  private final InflectionAttribute inflection = words.getAttribute(InflectionAttribute.class);
  private final OffsetAttribute offset = words.getAttribute(OffsetAttribute.class);

  /** The text whose words are read, placeholders and addresses taken out; case is kept. */
  static String plain(String text) {
    return text.indexOf('<') < 0 && !text.contains("://")
        ? text
        : NO_WORDS.matcher(text).replaceAll("。");
  }

  /** The same with as many full stops as a placeholder or address has characters. */
  static String blanked(String text) {
    return NO_WORDS.matcher(text).replaceAll(found -> "。".repeat(found.group().length()));
  }

  /**
   * Reads a text's words in order.
   *
   * @param plain as {@link #plain} gives it
   */
  void read(String plain, Consumer<Morpheme> each) {
    try {
      words.setReader(new StringReader(plain.toLowerCase(Locale.ROOT)));
      words.reset();
      while (words.incrementToken()) {
        each.accept(morpheme());
      }
      words.end();
      words.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static UserDictionary userDictionary() {
    String csv = WordFile.text("user-dictionary.csv").toLowerCase(Locale.ROOT);
    try {
      return UserDictionary.open(new StringReader(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
