package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of birth beside a cue; other dates stay.
 *
 * <pre>
 * 生年月日は1990年1月2日、誕生日: 昭和60.3.4、H2.5.6生まれ → &lt;BIRTHDAY&gt;
 * </pre>
 *
 * Known weakness: a date of birth that nothing introduces stays.
 */
final class BirthdayRule implements PiiRule {
  private static final String YEAR =
      "(?:(?:19|20)[0-9]{2}|(?:昭和|平成|令和|大正|[SHRTshrt]\\.?) ?(?:[0-9]{1,2}|元))";
  private static final String DATE =
      "(?:(?:"
          + YEAR
          + " ?[年/.\\-] ?)?[0-9]{1,2} ?[月/.\\-] ?[0-9]{1,2}日?|(?:19|20)[0-9]{6}|[0-9]{6}|"
          + YEAR
          + "年)(?![0-9])";
  private static final Pattern CUE_FIRST =
      Pattern.compile(
          "(?:生年月日|誕生日|バースデー|birthday|誕生年)[^0-9\\n\\uE000]{0,6}?(?<![0-9])(" + DATE + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CUE_LAST =
      Pattern.compile("(?<![0-9A-Za-z])(" + DATE + ")(?:生まれ|生れ|うまれ| ?生(?![0-9一-鿿]))");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 2) {
      return;
    }
    accept(CUE_FIRST.matcher(folded.text()), spans);
    accept(CUE_LAST.matcher(folded.text()), spans);
  }

  private static void accept(Matcher matcher, Consumer<Span> spans) {
    while (matcher.find()) {
      spans.accept(new Span(matcher.start(1), matcher.end(1), PiiKind.BIRTHDAY));
    }
  }
}
