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
          + " ?[年/.\\-] ?)?[0-9]{1,2} ?[月/.\\-] ?[0-9]{1,2}日?|(?:19|20)[0-9]{6}|[0-9]{6})(?![0-9])";
  private static final Cues CUES = new Cues("生年月日", "誕生日", "お誕生日", "バースデー", "birthday", "Birthday");
  private static final Pattern AFTER_CUE =
      Pattern.compile("[^0-9\\n\\uE000]{0,6}?(?<![0-9])(" + DATE + ")");
  private static final Cues BORN_CUES = new Cues("生まれ", "生れ", "うまれ", "生");
  private static final Pattern BEFORE_BORN = Pattern.compile("(?<![0-9A-Za-z])" + DATE + " ?$");
  private static final int LONGEST_DATE = 16;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < 2) {
      return;
    }
    String text = folded.text();
    CUES.followedBy(AFTER_CUE, text, found -> accept(found.start(1), found.end(1), spans));
    BORN_CUES.before(text, end -> findBorn(text, end, spans));
  }

  private static void findBorn(String text, int end, Consumer<Span> spans) {
    int from = Math.max(0, end - LONGEST_DATE);
    boolean born = text.charAt(end) != '生' || Script.at(text, end + 1) != Script.KANJI;
    if (born && end > 0 && "日 0123456789".indexOf(text.charAt(end - 1)) >= 0) {
      Matcher date = BEFORE_BORN.matcher(text.substring(from, end));
      if (date.find()) {
        accept(from + date.start(), from + date.end(), spans);
      }
    }
  }

  private static void accept(int start, int end, Consumer<Span> spans) {
    spans.accept(new Span(start, end, PiiKind.BIRTHDAY));
  }
}
