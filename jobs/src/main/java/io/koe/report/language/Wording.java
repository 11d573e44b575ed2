package io.koe.report.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * A language's words, numbers and days. Words are the bundles {@code words_ja.properties} and
 * {@code words_en.properties} beside this class.
 */
public final class Wording {
  private final Language language;
  private final Properties words;
  private final Numbers numbers;
  private final Days days;

  private Wording(Language language) {
    this.language = language;
    this.words = load("words_" + language.code() + ".properties");
    this.numbers = new Numbers(language);
    this.days = new Days(language, numbers.none());
  }

  public static Wording of(Language language) {
    return new Wording(language);
  }

  public Language language() {
    return language;
  }

  public Numbers numbers() {
    return numbers;
  }

  public Days days() {
    return days;
  }

  /** The words of this key, {@code %s} replaced by the parts in their order. */
  public String say(String key, Object... parts) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No words for " + key + " in " + language.code());
    }
    return parts.length == 0 ? pattern : String.format(Locale.ROOT, pattern, parts);
  }

  /**
   * The reader's name of an id that tables carry; an id without a name is printed as it is: {@code
   * name("service", "merpay")} → {@code メルペイ}.
   */
  public String name(String column, String id) {
    return words.getProperty(column + "." + id, id);
  }

  /** The reader's name of an id, or another when the bundle has none. */
  public String name(String column, String id, String otherwise) {
    return words.getProperty(column + "." + id, otherwise);
  }

  /** What stands where a cell has too few users to be shown. */
  public String suppressed() {
    return say("suppressed");
  }

  /** {@code a、b、c} or {@code a, b, c}. */
  public String list(List<String> parts) {
    return String.join(language == Language.JA ? "、" : ", ", parts);
  }

  /** Sentences one after the other. */
  public String sentences(List<String> parts) {
    return String.join(language == Language.JA ? "" : " ", parts);
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  private static Properties load(String name) {
    Properties words = new Properties();
    try (InputStream stream = Wording.class.getResourceAsStream(name);
        InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
