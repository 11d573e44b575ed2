package io.koe.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A decompressed stream that ends in a fault when it is far larger than its file lets expect. */
final class BoundedStream extends FilterInputStream {
  private static final int MOST_TIMES = 200;
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private long left;

  /**
   * @param fileBytes the size of the compressed file
   */
  BoundedStream(InputStream in, long fileBytes) {
    super(in);
    this.left = Math.max(ALWAYS_ALLOWED, MOST_TIMES * fileBytes);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int bytes = super.read(buffer, offset, length);
    count(bytes);
    return bytes;
  }

  private void count(int bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new UnreadableFileException(Reason.CORRUPT_FILE);
    }
  }
}
