package io.koe.query;

import java.io.IOException;
import java.util.List;

/** Hands on the first rows of an answer and asks for no more. */
final class FirstRows implements RowReader {
  private final RowReader reader;
  private final int limit;
  private int rows;

  FirstRows(RowReader reader, int limit) {
    this.reader = reader;
    this.limit = limit;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    reader.begin(columns);
  }

  @Override
  public void row(List<Object> values) throws IOException {
    rows++;
    reader.row(values);
  }

  @Override
  public boolean isFull() {
    return rows >= limit;
  }

  @Override
  public void end() throws IOException {
    reader.end();
  }
}
