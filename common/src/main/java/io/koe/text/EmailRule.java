package io.koe.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses, outwards from the at sign.
 *
 * <pre>
 * taro@example.jp, taro＠example.jp, taro @ example.jp, taro[at]example.jp, taro(アット)example.jp,
 * taroアットexampleドットコム, taro at example dot com, taro★example.jp → &lt;EMAIL&gt;
 * </pre>
 *
 * Known weakness: a sign in the at sign's place is known only before a domain in common use.
 */
final class EmailRule implements PiiRule {
  private static final String OPEN = "[\\[({<【「〔《〈|]";
  private static final String CLOSE = "[\\])}>】」〕》〉|]";
  private static final String BLANK = "[ \\n]{0,2}+";
  private static final Pattern AT =
      Pattern.compile(
          BLANK
              + "(?:@|"
              + OPEN
              + "(?:at|a|アットマーク|アット|あっとまーく|あっと|@)(?:マーク)?"
              + CLOSE
              + "|アットマーク|アット|あっとまーく|あっと)"
              + BLANK,
          Pattern.CASE_INSENSITIVE);
  private static final String LABEL = "[A-Za-z0-9_-]{1,63}+";
  private static final String DOT = " ?(?:[.。]|\\[dot\\]|\\(dot\\)|<dot>|ドット|どっと) ?";
  private static final String KANA_TOP = "コム|ネット|ジェーピー|ジェイピー|こむ|ねっと";
  private static final Pattern DOMAIN =
      Pattern.compile(
          LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){0,7}?"
              + DOT
              + "(?:[A-Za-z]{2,24}+(?![0-9_-]|\\.[A-Za-z0-9])|"
              + KANA_TOP
              + ")|[A-Za-z][A-Za-z0-9-]{2,62}+(?! ?[@.])");

  /** {@code at example dot com}, {@code _at_example_dot_com}. */
  private static final Pattern WORDS =
      Pattern.compile(
          "[ _]at[ _]([A-Za-z0-9-]{1,63}+(?:(?:[ _]dot[ _]|\\.)[A-Za-z0-9-]{1,63}+){1,6}+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGN =
      Pattern.compile(
          "(?<=[A-Za-z0-9_.-])[★☆●○◎◆◇■□※*#](?:"
              + LABEL
              + "\\.){1,6}+(?:com|net|org|info|biz|jp|example)(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Words SPELLED =
      new Words(
          List.of(
              "アット", "あっと", "at", "AT", "At", "★", "☆", "●", "○", "◎", "◆", "◇", "■", "□", "※"));
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
      if (domain.region(at.end(), text.length()).lookingAt()) {
        accept(text, at.start(), domain.end(), spans);
      }
    }
    findAll(WORDS.matcher(text), text, spans);
    findAll(SIGN.matcher(text), text, spans);
  }

  private static void findAll(Matcher found, String text, Consumer<Span> spans) {
    while (found.find()) {
      accept(text, found.start(), found.end(), spans);
    }
  }

  private static void accept(String text, int at, int end, Consumer<Span> spans) {
    int start = localStart(text, at);
    if (hasWord(text, start, at)) {
      spans.accept(new Span(start, end, PiiKind.EMAIL));
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
    int quote = end > 1 && text.charAt(end - 1) == '"' ? 1 : 0;
    int start = end - quote;
    while (start > 0 && end - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    return quote > 0 && (start == 0 || text.charAt(start - 1) != '"') ? end : start;
  }

  private static boolean isLocal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || FoldedText.isDigit(c)
        || "._%+-!#$&'*/=?^`{|}~".indexOf(c) >= 0;
  }
}
