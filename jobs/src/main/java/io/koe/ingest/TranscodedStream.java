package io.koe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A stream of another encoding as UTF-8. Bytes that mean nothing in it become a byte that means
 * nothing in UTF-8, so they cost their record as they would in a UTF-8 file, and no other.
 */
final class TranscodedStream extends InputStream {
  private static final byte NO_CHARACTER = (byte) 0xFF;

  private final InputStream in;
  private final CharsetDecoder decoder;

  /** What is passed over where nothing can be read: no more, or a quote or line end could go. */
  private final int unit;

  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer source = ByteBuffer.allocate(1 << 16).limit(0);
  private final CharBuffer characters = CharBuffer.allocate(1 << 16);
  private final ByteBuffer target = ByteBuffer.allocate(1 << 18).limit(0);
  private boolean isAtEnd;
  private boolean isFlushed;

  TranscodedStream(InputStream in, Charset charset) {
    this.in = in;
    this.unit = charset.name().startsWith("UTF-16") ? 2 : 1;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    return fill() ? target.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, target.remaining());
    target.get(buffer, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Whether there is a byte to give; decodes more when all were given. */
  private boolean fill() throws IOException {
    while (!target.hasRemaining() && !isFlushed) {
      more();
      target.clear();
      CoderResult result = decoder.decode(source, characters, isAtEnd);
      if (result.isUnderflow() && isAtEnd) {
        decoder.flush(characters);
        isFlushed = true;
      }
      encode();
      if (result.isError()) {
        source.position(source.position() + unit);
        target.put(NO_CHARACTER);
      }
      target.flip();
    }
    return target.hasRemaining();
  }

  private void more() throws IOException {
    source.compact();
    int count = in.read(source.array(), source.position(), source.remaining());
    isAtEnd = count < 0;
    source.position(source.position() + Math.max(0, count));
    source.flip();
  }

  /** There is room for all: a character is at most three bytes. */
  private void encode() {
    characters.flip();
    encoder.encode(characters, target, isFlushed);
    characters.compact();
  }
}
