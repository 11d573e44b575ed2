package io.koe.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what isn't, is a fault, never a replacement character. */
final class Utf8 {
  private Utf8() {}

  /** The text, or {@link Reason#INVALID_UTF8}. */
  static String decode(byte[] bytes) throws RowFault {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Java's own decoding is fastest; it writes this character for what isn't UTF-8.
    return text.indexOf('\ufffd') < 0 ? text : decodeStrictly(bytes);
  }

  private static String decodeStrictly(byte[] bytes) throws RowFault {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RowFault(Reason.INVALID_UTF8);
    }
  }

  /** The same text when it has no half of a surrogate pair, as a JSON escape may write. */
  static String whole(String text) throws RowFault {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isHalf =
          Character.isHighSurrogate(c)
              ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
              : Character.isLowSurrogate(c)
                  && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      if (isHalf) {
        throw new RowFault(Reason.INVALID_UTF8);
      }
    }
    return text;
  }
}
