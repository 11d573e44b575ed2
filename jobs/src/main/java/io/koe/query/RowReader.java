package io.koe.query;

import java.io.IOException;
import java.util.List;

/** Takes an answer row by row. */
public interface RowReader {
  /** Called once, before any row. */
  void begin(List<Column> columns) throws IOException;

  /** One row; its values are those of {@link QueryValue}. The list may hold nulls. */
  void row(List<Object> values) throws IOException;

  /** Whether no further row is wanted. */
  default boolean isFull() {
    return false;
  }

  /** Called once, after the last row. */
  void end() throws IOException;
}
