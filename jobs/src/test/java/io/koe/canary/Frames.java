package io.koe.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;

/** What is compressed among bytes, wherever in them it begins: gzip, zstd, blocks of LZ4. */
final class Frames {
  private interface Opener {
    InputStream open(InputStream packed) throws IOException;
  }

  private record Format(String magic, Opener opener) {}

  private static final List<Format> FORMATS =
      List.of(
          new Format("\u001f\u008b\b", GZIPInputStream::new),
          new Format("(\u00b5/\u00fd", ZstdInputStream::new),
          new Format("LZ4Block", packed -> LZ4BlockInputStream.newBuilder().build(packed)));

  private Frames() {}

  /** Each unpacked, as far as it is whole; what unpacks to nothing is left out. */
  static List<byte[]> in(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<byte[]> unpacked = new ArrayList<>();
    for (Format format : FORMATS) {
      for (int at = text.indexOf(format.magic());
          at >= 0;
          at = text.indexOf(format.magic(), at + 1)) {
        byte[] frame = unpack(format, bytes, at);
        if (frame.length > 0) {
          unpacked.add(frame);
        }
      }
    }
    return unpacked;
  }

  private static byte[] unpack(Format format, byte[] bytes, int at) {
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    ByteArrayInputStream packed = new ByteArrayInputStream(bytes, at, bytes.length - at);
    try (InputStream stream = format.opener().open(packed)) {
      byte[] piece = new byte[1 << 12];
      for (int length = stream.read(piece); length >= 0; length = stream.read(piece)) {
        unpacked.write(piece, 0, length);
      }
    } catch (IOException | RuntimeException e) {
      // What follows a frame is another, or none: what came before counts.
      return unpacked.toByteArray();
    }
    return unpacked.toByteArray();
  }
}
