package io.koe.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows {@link RowWriter} packed, in their order. */
final class RowReader implements Iterator<StagedRow> {
  private final ByteBuffer buffer;
  private final boolean withValues;

  /**
   * Starts with the first row.
   *
   * @param withValues whether to unpack the values too; else a row has none
   */
  RowReader(byte[] bytes, boolean withValues) {
    this.buffer = ByteBuffer.wrap(bytes);
    this.withValues = withValues;
  }

  @Override
  public boolean hasNext() {
    return buffer.hasRemaining();
  }

  @Override
  public StagedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long rowNumber = buffer.getLong();
    String key = (String) value();
    String reason = (String) value();
    String column = (String) value();
    String hash = (String) value();
    return new StagedRow(rowNumber, key, values(), reason, column, hash);
  }

  private List<Object> values() {
    int end = buffer.getInt();
    if (!withValues) {
      buffer.position(end);
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    while (buffer.position() < end) {
      values.add(value());
    }
    return values;
  }

  private Object value() {
    byte type = buffer.get();
    return switch (type) {
      case RowWriter.NULL -> null;
      case RowWriter.TEXT -> text();
      case RowWriter.LONG -> buffer.getLong();
      case RowWriter.INT -> buffer.getInt();
      case RowWriter.DOUBLE -> buffer.getDouble();
      case RowWriter.BOOLEAN -> buffer.get() == 1;
      case RowWriter.LIST -> list();
      default -> throw new IllegalStateException("no row has a value of type " + type);
    };
  }

  private String[] list() {
    String[] items = new String[buffer.getInt()];
    Arrays.setAll(items, i -> text());
    return items;
  }

  private String text() {
    int length = buffer.getInt();
    String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
    buffer.position(buffer.position() + length);
    return text;
  }
}
