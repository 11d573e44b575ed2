package io.koe.report.sections;

import io.koe.report.language.Language;

/** Names of a week's files, and of places in them. */
public final class PageNames {
  private PageNames() {}

  /** {@code pm.ja.html}. */
  public static String page(Audience audience, Language language) {
    return audience.code() + "." + language.code() + ".html";
  }

  /** {@code pm.ja.md}. */
  public static String summary(Audience audience, Language language) {
    return audience.code() + "." + language.code() + ".md";
  }

  static String topics(Language language) {
    return page(Audience.TOPICS, language);
  }

  /** Where a topic stands on the page of topics; letters and digits alone. */
  static String anchor(String topicId) {
    return "topic-" + topicId.replaceAll("[^A-Za-z0-9]", "-");
  }
}
