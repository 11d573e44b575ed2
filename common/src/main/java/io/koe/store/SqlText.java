package io.koe.store;

/** Texts as literals of SQL: in quotes, with the quotes in them doubled. */
public final class SqlText {
  private SqlText() {}

  /** The literal, such as {@code 'it''s'}, as DuckDB, Trino and the standard have it. */
  public static String of(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }
}
