package io.koe.sql;

/**
 * A data check: a query that must return no rows.
 *
 * @param table the table it guards
 * @param fails whether rows stop publishing ({@code -- fail: …}) or only warn ({@code -- warn: …})
 * @param message what is wrong when it returns rows
 * @param query the SELECT
 */
public record TableCheck(String table, boolean fails, String message, String query) {

  static TableCheck parse(String table, String text) {
    String first = text.lines().findFirst().orElse("");
    boolean fails = first.startsWith("-- fail:");
    if (!fails && !first.startsWith("-- warn:")) {
      throw new IllegalArgumentException(
          table + ".check.sql must start with '-- fail: …' or '-- warn: …'");
    }
    return new TableCheck(table, fails, first.substring(8).strip(), text);
  }
}
