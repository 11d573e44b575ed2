package io.koe.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data check: a query that must return no rows.
 *
 * @param file its file's name, {@code <table>.check.sql} or {@code <table>.<what>.check.sql}
 * @param table the table it guards
 * @param fails whether rows stop publishing ({@code -- fail: …}) or only warn ({@code -- warn: …})
 * @param gates the quality gates it is part of, such as G5; the second line, {@code -- G5, G6}
 * @param message what is wrong when it returns rows
 * @param query the SELECT
 */
public record TableCheck(
    String file, String table, boolean fails, List<String> gates, String message, String query) {
  private static final Pattern GATES = Pattern.compile("-- (G\\d+(, G\\d+)*)");

  static TableCheck parse(String file, String text) {
    List<String> lines = text.lines().limit(2).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    boolean fails = first.startsWith("-- fail:");
    if (!fails && !first.startsWith("-- warn:")) {
      throw new IllegalArgumentException(file + " must start with '-- fail: …' or '-- warn: …'");
    }
    Matcher gates = GATES.matcher(lines.size() < 2 ? "" : lines.get(1));
    return new TableCheck(
        file,
        file.substring(0, file.indexOf('.')),
        fails,
        gates.matches() ? List.of(gates.group(1).split(", ")) : List.of(),
        first.substring(8).strip(),
        text);
  }
}
