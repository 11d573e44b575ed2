package io.koe.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens a file by its extension: {@code .jsonl}, {@code .csv}, {@code .parquet}; .gz, .zst. Before
 * that of a text may stand its encoding, see {@link DeclaredEncoding}.
 */
final class InputFormat {
  private static final int BUFFER = 1 << 16;

  private InputFormat() {}

  /**
   * What stays of a name when a file is delivered in another encoding, format or compression:
   * {@code a/b.cp932.csv.gz} → {@code a/b}.
   */
  static String stem(String name) {
    String plain = name.replaceFirst("\\.(gz|zst|zip|bz2|xz)$", "");
    return DeclaredEncoding.without(plain.replaceFirst("\\.[^./]+$", ""));
  }

  /** A reader of the file's records; throws when it isn't what its name says. */
  static RecordReader open(Path file, TableContract table) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet")) {
      return new ParquetRecords(file, table);
    }
    String plain = name.replaceFirst("\\.(gz|zst)$", "");
    if (!plain.endsWith(".jsonl") && !plain.endsWith(".csv")) {
      throw new UnreadableFileException(Reason.UNKNOWN_FORMAT);
    }
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream text = afterByteOrderMark(asUtf8(decompressed(bytes, name, file), plain));
      return plain.endsWith(".csv") ? new CsvRecords(text, table) : new JsonLines(text);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static InputStream decompressed(InputStream bytes, String name, Path file)
      throws IOException {
    if (name.endsWith(".gz")) {
      return new BoundedStream(new GZIPInputStream(bytes, BUFFER), Files.size(file));
    }
    return name.endsWith(".zst")
        ? new BoundedStream(new ZstdInputStream(bytes), Files.size(file))
        : bytes;
  }

  private static InputStream asUtf8(InputStream text, String plainName) {
    return DeclaredEncoding.of(plainName)
        .map(charset -> (InputStream) new TranscodedStream(text, charset))
        .orElse(text);
  }

  /** Skips the mark of UTF-8; that of UTF-16, which nobody declared, makes the file unreadable. */
  private static InputStream afterByteOrderMark(InputStream bytes) throws IOException {
    BufferedInputStream text = new BufferedInputStream(bytes, BUFFER);
    text.mark(3);
    int first = text.read();
    int second = text.read();
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      throw new UnreadableFileException(Reason.WRONG_ENCODING);
    }
    if (first != 0xEF || second != 0xBB || text.read() != 0xBF) {
      text.reset();
    }
    return text;
  }
}
