package io.koe.query;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.sql.SQLException;
import java.util.List;

/** A query that cannot be answered, in three lines. */
final class QueryError {
  private static final String WRAPPED = "Error: ";

  private QueryError() {}

  /** From DuckDB's message: its first telling line, and the line of the query it points at. */
  static KoeException of(String sql, SQLException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    String what =
        lines.stream()
            .filter(l -> l.startsWith(WRAPPED))
            .findFirst()
            .map(l -> l.substring(WRAPPED.length()))
            .orElse(lines.get(0));
    String where =
        lines.stream().filter(l -> l.startsWith("LINE ")).findFirst().orElse(oneLine(sql));
    return new KoeException(
        ExitCode.USAGE,
        "The query fails: " + what,
        where,
        "koe catalog lists tables and columns; the language is DuckDB's SQL.",
        e);
  }

  /** For a text that is not one query. */
  static KoeException notOneQuery(String sql, String what) {
    return new KoeException(
        ExitCode.USAGE,
        what,
        oneLine(sql),
        "Write one query in DuckDB's SQL: select, with, from, describe, summarize or show tables.");
  }

  private static String oneLine(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + " …";
  }
}
