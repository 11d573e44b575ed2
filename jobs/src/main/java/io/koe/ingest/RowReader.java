package io.koe.ingest;

import io.koe.ingest.PackedRow.Parts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.parquet.io.api.Binary;

/** The rows {@link RowWriter} packed, in their order. */
final class RowReader implements Iterator<PackedRow> {
  private final ByteBuffer buffer;
  private final Parts parts;

  /**
   * Starts with the first row.
   *
   * @param parts what to unpack of each
   */
  RowReader(byte[] bytes, Parts parts) {
    this.buffer = ByteBuffer.wrap(bytes);
    this.parts = parts;
  }

  @Override
  public boolean hasNext() {
    return buffer.hasRemaining();
  }

  @Override
  public PackedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long rowNumber = buffer.getLong();
    String key = key();
    String reason = text();
    String column = text();
    String hash = text();
    return new PackedRow(rowNumber, key, values(), reason, column, hash);
  }

  private String key() {
    if (parts.hasKey()) {
      return text();
    }
    if (buffer.get() == RowWriter.TEXT) {
      skip(buffer.getInt());
    }
    return null;
  }

  private String text() {
    if (buffer.get() == RowWriter.NULL) {
      return null;
    }
    int length = buffer.getInt();
    int start = skip(length);
    return new String(buffer.array(), start, length, StandardCharsets.UTF_8);
  }

  private List<Object> values() {
    int end = buffer.getInt();
    if (!parts.hasValues()) {
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
      case RowWriter.TEXT -> utf8();
      case RowWriter.LONG -> buffer.getLong();
      case RowWriter.INT -> buffer.getInt();
      case RowWriter.DOUBLE -> buffer.getDouble();
      case RowWriter.BOOLEAN -> buffer.get() == 1;
      case RowWriter.LIST -> list();
      default -> throw new IllegalStateException("no row has a value of type " + type);
    };
  }

  private List<Binary> list() {
    Binary[] items = new Binary[buffer.getInt()];
    Arrays.setAll(items, i -> utf8());
    return List.of(items);
  }

  /** A view of the block's bytes: who keeps it, such as a dictionary, copies it. */
  private Binary utf8() {
    int length = buffer.getInt();
    return Binary.fromReusedByteArray(buffer.array(), skip(length), length);
  }

  /** Where the skipped bytes begin. */
  private int skip(int bytes) {
    int start = buffer.position();
    buffer.position(start + bytes);
    return start;
  }
}
