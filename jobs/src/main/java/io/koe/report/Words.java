package io.koe.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The reader's words for the ids that tables carry; an id without words is printed as it is. */
final class Words {
  private static final Properties WORDS = load();

  private Words() {}

  /** {@code of("service", "merpay")} → {@code メルペイ}. */
  static String of(String column, String id) {
    return WORDS.getProperty(column + "." + id, id);
  }

  private static Properties load() {
    Properties words = new Properties();
    try {
      words.load(new StringReader(ReportQueries.resource("words_ja.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
