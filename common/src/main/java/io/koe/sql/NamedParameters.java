package io.koe.sql;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code :name}s of a query; a cast's {@code ::type} is none. */
public final class NamedParameters {
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");

  private NamedParameters() {}

  /**
   * The query with text in place of its parameters.
   *
   * @param text what stands for a parameter, by its name without the colon
   */
  public static String replace(String sql, UnaryOperator<String> text) {
    return PARAMETER
        .matcher(sql)
        .replaceAll(found -> Matcher.quoteReplacement(text.apply(found.group(1))));
  }
}
