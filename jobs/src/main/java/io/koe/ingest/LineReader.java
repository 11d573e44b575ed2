package io.koe.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits bytes at line feeds, without decoding them. */
final class LineReader implements Closeable {
  /** A longer line is read past, not kept. */
  static final int MAXIMUM_BYTES = 32 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null after the last; too long a line is cut. */
  byte[] next() throws IOException {
    int whole = lineEnd();
    if (whole < limit) {
      byte[] line = Arrays.copyOfRange(buffer, position, whole);
      position = whole + 1;
      return line;
    }
    return nextAcrossBuffers();
  }

  private byte[] nextAcrossBuffers() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean isAny = false;
    while (position < limit || fill()) {
      isAny = true;
      int end = lineEnd();
      int room = MAXIMUM_BYTES + 1 - line.size();
      line.write(buffer, position, Math.min(room, end - position));
      position = end + 1;
      if (end < limit) {
        return line.toByteArray();
      }
    }
    return isAny ? line.toByteArray() : null;
  }

  private int lineEnd() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    limit = in.read(buffer);
    position = 0;
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
