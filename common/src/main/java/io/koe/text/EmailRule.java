package io.koe.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses, outwards from the at sign.
 *
 * <pre>
 * taro@example.jp, taro＠example.jp, taro @ example.jp, taro[at]example.jp, taro(アット)example.jp → &lt;EMAIL&gt;
 * </pre>
 *
 * Known weakness: dots spelled out (ドット) are found only after a spelled-out at sign.
 */
final class EmailRule implements PiiRule {
  private static final Pattern AT =
      Pattern.compile(
          " ?(?:@|[\\[({<【「〔](?:at|アット|アットマーク|あっと|あっとまーく|@)[\\])}>】」〕]|アットマーク|あっとまーく) ?",
          Pattern.CASE_INSENSITIVE);
  private static final String DOT = " ?(?:[.。]|\\[dot\\]|\\(dot\\)|ドット|どっと) ?";
  private static final String LABEL = "[A-Za-z0-9_-]{1,63}+";
  private static final Pattern DOMAIN =
      Pattern.compile(
          LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){0,7}?"
              + DOT
              + "[A-Za-z]{2,24}+(?![0-9_-]|\\.[A-Za-z0-9])|[A-Za-z][A-Za-z0-9-]{2,62}+(?! ?[@.])");
  private static final Words SPELLED =
      new Words(List.of("アット", "あっと", "[at", "(at", "<at", "{at", "[AT", "(AT"));
  private static final int LONGEST_LOCAL = 64;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (!folded.has('@') && !SPELLED.anyIn(folded.text())) {
      return;
    }
    String text = folded.text();
    Matcher at = AT.matcher(text);
    Matcher domain = DOMAIN.matcher(text);
    while (at.find()) {
      int start = localStart(text, at.start());
      if (hasWord(text, start, at.start()) && domain.region(at.end(), text.length()).lookingAt()) {
        spans.accept(new Span(start, domain.end(), PiiKind.EMAIL));
      }
    }
  }

  private static boolean hasWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int localStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLocal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || FoldedText.isDigit(c)
        || "._%+-!#$&'*/=?^`{|}~".indexOf(c) >= 0;
  }
}
