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
    return VERSION.matcher(before(text, at)).find();
  }

  /** Whether the number names an error or an update: 0x80240017, KB2267602. */
  static boolean isErrorCode(String text, NumberGroup group) {
    return group.length() <= 8 && CODE.matcher(before(text, group.start())).find();
  }

  /** Whether the digits read as an amount, count or measure: a unit after or a currency before. */
  static boolean isAmount(String text, NumberGroup group) {
    if (group.digits().startsWith("0") || group.length() > 10) {
      return false;
    }
    boolean joined = !group.separator().isBlank();
    int blank = text.startsWith(" 円", group.end()) ? 1 : 0;
    int from = group.end() + blank;
    String after = text.substring(from, Math.min(text.length(), from + 6));
    boolean currency = group.start() > 0 && "¥\\$€".indexOf(text.charAt(group.start() - 1)) >= 0;
    return currency || (!joined && UNITS.longestAt(after.toLowerCase(Locale.ROOT), 0, 6) > 0);
  }
}
