package io.koe.query;

import java.util.List;

/**
 * A whole answer, for small ones.
 *
 * @param rows values in the columns' order, as {@link QueryValue} gives them; may hold nulls
 */
public record QueryResult(List<Column> columns, List<List<Object>> rows) {

  /** The only value of an answer of one row and one column. */
  public Object single() {
    if (rows.size() != 1 || columns.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows of " + columns.size() + " columns");
    }
    return rows.get(0).get(0);
  }
}
