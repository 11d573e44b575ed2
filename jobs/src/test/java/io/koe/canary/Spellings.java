package io.koe.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The bytes a string may be written as. */
final class Spellings {
  private static final List<Charset> CHARSETS =
      List.of(
          UTF_8,
          UTF_16LE,
          UTF_16BE,
          Charset.forName("windows-31j"),
          Charset.forName("x-eucJP-Open"));

  private Spellings() {}

  /**
   * In UTF-8, UTF-16, CP932 and EUC-JP, as it is, escaped for JSON and for a web address; a byte is
   * a character of the same number.
   */
  static Set<String> of(String text) {
    Set<String> spellings = new LinkedHashSet<>();
    for (Charset charset : CHARSETS) {
      if (charset.newEncoder().canEncode(text)) {
        spellings.add(new String(text.getBytes(charset), ISO_8859_1));
      }
    }
    spellings.add(escaped(text, "\\u%04x"));
    spellings.add(escaped(text, "\\u%04X"));
    spellings.add(URLEncoder.encode(text, UTF_8));
    return spellings;
  }

  private static String escaped(String text, String format) {
    return text.chars()
        .mapToObj(c -> c < 0x80 ? String.valueOf((char) c) : format.formatted(c))
        .collect(Collectors.joining());
  }
}
