package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses: {@code 203.0.113.7}, {@code 2001:db8::1} → {@code <IP>}. Four numbers after
 * ver, バージョン or Windows are a version and stay, as do four single digits (1.2.3.4), which number
 * chapters, unless IP stands before them.
 */
final class IpRule implements PiiRule {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 =
      Pattern.compile("(?<![0-9.])" + OCTET + "(?:\\." + OCTET + "){3}+(?![0-9]|\\.[0-9])");
  private static final Pattern CUE =
      Pattern.compile("IP|アドレス|接続|アクセス|ログイン", Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST_V4_OF_TWO_DIGITS = 8;
  private static final int LONGEST_V6 = 45;
  private static final int GROUPS = 8;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 1) {
      return;
    }
    if (folded.has('.')) {
      findV4(folded.text(), spans);
    }
    if (folded.has(':')) {
      findV6(folded.text(), spans);
    }
  }

  private static void findV4(String text, Consumer<Span> spans) {
    Matcher v4 = V4.matcher(text);
    while (v4.find()) {
      boolean address =
          v4.end() - v4.start() >= SHORTEST_V4_OF_TWO_DIGITS
              || CUE.matcher(NumberContext.before(text, v4.start())).find();
      if (address && !NumberContext.isVersion(text, v4.start())) {
        spans.accept(new Span(v4.start(), v4.end(), PiiKind.IP));
      }
    }
  }

  /** Looks at each stretch of hexadecimal digits, colons and dots that has two colons. */
  private static void findV6(String text, Consumer<Span> spans) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int colons = 0;
      while (end < text.length() && isV6(text.charAt(end))) {
        colons += text.charAt(end) == ':' ? 1 : 0;
        end++;
      }
      boolean whole =
          Script.at(text, at - 1) != Script.LATIN && Script.at(text, end) != Script.LATIN;
      if (colons >= 2 && whole) {
        findV6(text, at, end, spans);
      }
      at = end + 1;
    }
  }

  private static void findV6(String text, int from, int to, Consumer<Span> spans) {
    int start = text.charAt(from) == ':' && text.charAt(from + 1) != ':' ? from + 1 : from;
    int end = to;
    while (text.charAt(end - 1) == '.'
        || (text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':')) {
      end--;
    }
    if (end - start <= LONGEST_V6 && isAddress(text.substring(start, end))) {
      spans.accept(new Span(start, end, PiiKind.IP));
    }
  }

  /** RFC 4291, section 2.2, and one group of three digits or more, which times of day lack. */
  private static boolean isAddress(String candidate) {
    boolean shortened = candidate.contains("::");
    String[] groups = candidate.split(":", -1);
    boolean mapped = groups[groups.length - 1].indexOf('.') >= 0;
    int longest = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean last = i == groups.length - 1;
      if (groups[i].length() > 4 && !(last && mapped)) {
        return false;
      }
      longest = Math.max(longest, groups[i].length());
    }
    int most = mapped ? GROUPS - 1 : GROUPS;
    return longest >= 3
        && (shortened ? groups.length <= most + 1 : groups.length == most)
        && candidate.indexOf("::") == candidate.lastIndexOf("::");
  }

  private static boolean isV6(char c) {
    return FoldedText.isDigit(c)
        || c == ':'
        || c == '.'
        || (c >= 'a' && c <= 'f')
        || (c >= 'A' && c <= 'F');
  }
}
