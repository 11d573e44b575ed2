package io.koe.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Packs rows into bytes, which say themselves what they hold; {@link RowReader} unpacks them. */
final class RowWriter {
  static final byte NULL = 0;
  static final byte TEXT = 1;
  static final byte LONG = 2;
  static final byte INT = 3;
  static final byte DOUBLE = 4;
  static final byte BOOLEAN = 5;
  static final byte LIST = 6;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

  void write(StagedRow row) {
    room(Long.BYTES).putLong(row.rowNumber());
    write(row.key());
    write(row.reason());
    write(row.column());
    write(row.hash());
    int end = room(Integer.BYTES).position();
    buffer.putInt(0);
    row.values().forEach(this::write);
    buffer.putInt(end, buffer.position());
  }

  int size() {
    return buffer.position();
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private void write(Object value) {
    if (value == null) {
      room(1).put(NULL);
    } else if (value instanceof String text) {
      room(1).put(TEXT);
      writeText(text);
    } else if (value instanceof Long number) {
      room(1 + Long.BYTES).put(LONG).putLong(number);
    } else if (value instanceof Integer number) {
      room(1 + Integer.BYTES).put(INT).putInt(number);
    } else if (value instanceof Double number) {
      room(1 + Double.BYTES).put(DOUBLE).putDouble(number);
    } else if (value instanceof Boolean bool) {
      room(2).put(BOOLEAN).put((byte) (bool ? 1 : 0));
    } else {
      writeList(List.of((String[]) value));
    }
  }

  private void writeList(List<String> items) {
    room(1 + Integer.BYTES).put(LIST).putInt(items.size());
    items.forEach(this::writeText);
  }

  private void writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.addExact(buffer.position(), bytes);
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size);
      buffer = ByteBuffer.allocate(Math.max(size, capacity)).put(toBytes());
    }
    return buffer;
  }
}
