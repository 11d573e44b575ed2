package io.koe.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encoding a file's name declares; without one a file is UTF-8.
 *
 * <pre>
 * a.cp932.csv, a.shift_jis.csv, a.windows-31j.csv → CP932, Microsoft's Shift_JIS
 * a.euc-jp.jsonl.gz                               → EUC-JP with the rows of NEC and IBM
 * a.utf-16.csv, a.utf-16le.csv, a.utf-16be.csv    → UTF-16; big-endian where no mark says otherwise
 * a.utf-8.csv, a.csv, a.night.csv                 → UTF-8
 * </pre>
 */
final class DeclaredEncoding {
  private static final Charset CP932 = Charset.forName("windows-31j");

  private static final Map<String, Charset> NAMES =
      Map.of(
          "cp932",
          CP932,
          "shift_jis",
          CP932,
          "sjis",
          CP932,
          "windows-31j",
          CP932,
          "euc-jp",
          Charset.forName("x-eucJP-Open"),
          "utf-16",
          StandardCharsets.UTF_16,
          "utf-16le",
          StandardCharsets.UTF_16LE,
          "utf-16be",
          StandardCharsets.UTF_16BE);

  private DeclaredEncoding() {}

  /**
   * The charset of a name without its compression's extension; empty for UTF-8.
   *
   * @param name such as {@code a.cp932.csv}
   */
  static Optional<Charset> of(String name) {
    String[] parts = name.split("\\.", -1);
    return parts.length < 3
        ? Optional.empty()
        : Optional.ofNullable(NAMES.get(parts[parts.length - 2].toLowerCase(Locale.ROOT)));
  }

  /** A name without its extensions and without the encoding it ends in, if it ends in one. */
  static String without(String name) {
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return dot > 0 && (NAMES.containsKey(last) || last.equals("utf-8"))
        ? name.substring(0, dot)
        : name;
  }
}
