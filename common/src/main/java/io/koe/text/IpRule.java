package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses: {@code 203.0.113.7}, {@code 2001:db8::1} → {@code <IP>}. Four numbers after
 * ver, バージョン or Windows are a version and stay.
 */
final class IpRule implements PiiRule {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 =
      Pattern.compile("(?<![0-9.])" + OCTET + "(?:\\." + OCTET + "){3}+(?![0-9]|\\.[0-9])");
  private static final Pattern V6 =
      Pattern.compile(
          "(?<![0-9A-Za-z:])(?:[0-9A-Fa-f]{1,4}:){2,7}+(?::?[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}+|:)(?![0-9A-Za-z:])"
              + "|(?<![0-9A-Za-z:])(?:[0-9A-Fa-f]{1,4}:){1,7}+:(?:[0-9A-Fa-f]{1,4}:){0,5}+[0-9A-Fa-f]{1,4}(?![0-9A-Za-z:])");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 3) {
      return;
    }
    String text = folded.text();
    Matcher v4 = V4.matcher(text);
    while (folded.has('.') && v4.find()) {
      if (!NumberContext.isVersion(text, v4.start())) {
        spans.accept(new Span(v4.start(), v4.end(), PiiKind.IP));
      }
    }
    Matcher v6 = V6.matcher(text);
    while (folded.has(':') && v6.find()) {
      if (v6.group().indexOf("::") >= 0 || v6.group().chars().filter(c -> c == ':').count() == 7) {
        spans.accept(new Span(v6.start(), v6.end(), PiiKind.IP));
      }
    }
  }
}
