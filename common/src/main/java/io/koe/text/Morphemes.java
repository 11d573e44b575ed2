package io.koe.text;

import io.koe.text.morphology.Tokenizer;
import io.koe.text.morphology.UserWords;
import io.koe.text.morphology.WordReader;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The words of a text as Kuromoji cuts it in NORMAL mode, in lower case, with the words of {@code
 * user-dictionary.csv} kept whole. Placeholders of masked data, such as {@code <PHONE>}, and web
 * addresses become full stops.
 *
 * <p>Costly to make and not safe for use by several threads: one per partition, reused.
 */
final class Morphemes {
  private static final Pattern NO_WORDS =
      Pattern.compile("<[A-Z][A-Z_0-9-]*(?::[a-z2-7]{26})?>|https?://[\\w./%?=&#~+:;,@!$*()-]+");
  private static final UserWords USER_WORDS =
      UserWords.of(WordFile.text("user-dictionary.csv").toLowerCase(Locale.ROOT));

  private final WordReader words;

  Morphemes(Tokenizer tokenizer) {
    words = tokenizer.reader(USER_WORDS);
  }

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
    words.read(
        plain.toLowerCase(Locale.ROOT),
        (word, start, end) -> each.accept(new Morpheme(word, start, end)));
  }
}
