package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of birth beside a cue; other dates stay.
 *
 * <pre>
 * 生年月日は1990年1月2日、誕生日: 昭和60.3.4、H2.5.6生まれ、生まれは一九九〇年一月二日 → &lt;BIRTHDAY&gt;
 * 誕生日プレゼントに10月5日までに → unchanged
 * </pre>
 *
 * Known weakness: a date of birth that nothing introduces stays.
 */
final class BirthdayRule implements PiiRule {
  private static final String NUMBER = "(?:[0-9]{1,2}+|[一二三四五六七八九十]{1,3}+)";
  private static final String ERA =
      "(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr]\\.?) ?(?:[0-9]{1,2}+|[一二三四五六七八九十〇]{1,3}+|元)";
  private static final String PAST_YEAR =
      "(?:(?:西暦 ?)?(?:19[0-9]{2}|20[01][0-9]|[一二][九〇零][〇零一二三四五六七八九]{2})|" + ERA + ")";
  private static final String YEAR = "(?:" + PAST_YEAR + "|20[0-9]{2}|'?[0-9]{2})";
  private static final String MONTH_DAY =
      " ?(?:年(?:生まれ)?|[/.・\\- ])の? ?" + NUMBER + " ?[月/.・\\- ] ?" + NUMBER + "(?: ?日)?";
  private static final String PAST_DATE = PAST_YEAR + MONTH_DAY;
  private static final String DATE =
      "(?:"
          + YEAR
          + MONTH_DAY
          + "|(?:19|20)[0-9]{6}|(?:19|20)[0-9]{4}[/.\\-][0-9]{1,2}+|[0-9]{6}|"
          + YEAR
          + " ?年 ?"
          + NUMBER
          + "月|"
          + NUMBER
          + " ?月 ?"
          + NUMBER
          + " ?日|[0-9]{1,2}+[/.\\-][0-9]{1,2}+)(?![0-9])";
  private static final Cues CUES =
      new Cues(
          "生年月日",
          "誕生日",
          "お誕生日",
          "バースデー",
          "バースデイ",
          "birthday",
          "Birthday",
          "birth date",
          "date of birth",
          "dob",
          "生まれは",
          "生まれが",
          "生まれ:",
          "生れは",
          "うまれは",
          "うまれ:");
  private static final String LINK =
      "(?:[ :はがをにのも、,=→「『(\\[<>〉】》\"・\\]]|欄|日付|\\n|\\([^)\\n]{0,8}\\)){0,4}?";
  private static final Pattern AFTER_CUE =
      Pattern.compile(
          LINK
              + "(?<![0-9])("
              + DATE
              + ")|[^0-9\\n。\\uE000]{0,16}?(?:。正[^0-9\\n。]{0,6}?)?(?<![0-9令])(?!令)("
              + PAST_DATE
              + ")(?![0-9])");
  private static final Cues BORN_CUES = new Cues("生まれ", "生れ", "うまれ", "生");
  private static final Pattern BEFORE_BORN =
      Pattern.compile("(?<![0-9A-Za-z])" + DATE + " ?(?:に)?$");
  private static final int LONGEST_DATE = 20;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    CUES.followedBy(
        AFTER_CUE,
        folded,
        found -> {
          int group = found.start(1) >= 0 ? 1 : 2;
          accept(found.start(group), found.end(group), spans);
        });
    BORN_CUES.before(folded, end -> findBorn(text, end, spans));
  }

  private static void findBorn(String text, int end, Consumer<Span> spans) {
    int from = Math.max(0, end - LONGEST_DATE);
    if (end > 0 && "日月に 0123456789".indexOf(text.charAt(end - 1)) >= 0 && isBorn(text, end)) {
      Matcher date = BEFORE_BORN.matcher(text.substring(from, end));
      if (date.find()) {
        accept(from + date.start(), from + date.end(), spans);
      }
    }
  }

  /** Not 生まれて初めて, unless a date is said to be the day: 1990年1月2日に生まれて. */
  private static boolean isBorn(String text, int at) {
    return text.startsWith("まれ", at + 1)
        ? text.charAt(at - 1) == 'に' || !text.startsWith("て", at + 3)
        : text.charAt(at) != '生' || Script.at(text, at + 1) != Script.KANJI;
  }

  private static void accept(int start, int end, Consumer<Span> spans) {
    spans.accept(new Span(start, end, PiiKind.BIRTHDAY));
  }
}
