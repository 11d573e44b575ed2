package io.koe.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the words around a number say about it. */
final class NumberContext {
  private static final int BEFORE = 24;
  private static final Words UNITS = Words.load("number-units.txt");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:バージョン|ヴァージョン|ver|version|windows|build|ビルド|ios|android|macos|\\bos|\\bv)[ .:は]{0,3}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE =
      Pattern.compile("(?:0x|\\bKB|エラー(?:コード|番号)? ?[:は]?) ?$", Pattern.CASE_INSENSITIVE);

  private NumberContext() {}

  /** The folded text shortly before a position, on one line or two. */
  static String before(String text, int at) {
    return text.substring(Math.max(0, at - BEFORE), at);
  }

  /** Whether the number at {@code at} is introduced as a version. */
  static boolean isVersion(String text, int at) {
    return followsWord(text, at, " .:は", 3) && VERSION.matcher(before(text, at)).find();
  }

  /** Whether the number names an error or an update: 0x80240017, KB2267602. */
  static boolean isErrorCode(String text, NumberGroup group) {
    return group.length() <= 8
        && followsWord(text, group.start(), " :は", 3)
        && CODE.matcher(before(text, group.start())).find();
  }

  /** Whether a word that the patterns know can end before the number and a few link characters. */
  private static boolean followsWord(String text, int at, String link, int most) {
    int i = at - 1;
    while (i >= 0 && at - 1 - i < most && link.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    Script script = Script.at(text, i);
    return script == Script.KATAKANA
        || script == Script.LATIN
        || (script == Script.KANJI && text.charAt(i) == '号');
  }

  /** Whether the digits read as an amount, count or measure: a unit after or a currency before. */
  static boolean isAmount(String text, NumberGroup group) {
    if (group.digits().startsWith("0") || group.length() > 10) {
      return false;
    }
    boolean joined = !group.separator().isBlank();
    int blank = text.startsWith(" 円", group.end()) ? 1 : 0;
    int from = group.end() + blank;
    boolean currency = group.start() > 0 && "¥\\$€".indexOf(text.charAt(group.start() - 1)) >= 0;
    return currency || (!joined && unitAt(text, from));
  }

  /** Whether a unit or a word that counts things stands at a position. */
  static boolean isCounted(String text, int at) {
    return unitAt(text, at) || (at < text.length() && "個枚点人件回本冊台".indexOf(text.charAt(at)) >= 0);
  }

  private static boolean unitAt(String text, int at) {
    if (Script.at(text, at) != Script.LATIN) {
      return UNITS.longestAt(text, at, 6) > 0;
    }
    String letters = text.substring(at, Math.min(text.length(), at + 6));
    return UNITS.longestAt(letters.toLowerCase(Locale.ROOT), 0, 6) > 0;
  }
}
