package io.koe.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind of a number that is masked anyway; cues, shape and check digits only choose the label.
 * Check digit of My Number: ordinance 85 of 2014, article 5. Card: Luhn.
 */
final class NumberLabel {
  private static final Pattern CARD =
      Pattern.compile("カード|クレジット|クレカ|visa|master|jcb|amex", Pattern.CASE_INSENSITIVE);
  private static final Pattern CARD_NUMBER = Pattern.compile("カードの?番号|免許証?の?番号|電話|携帯");
  private static final Pattern MY_NUMBER = Pattern.compile("マイナンバ|マイナカ|個人番号|通知カード");
  private static final Pattern LICENCE = Pattern.compile("免許");
  private static final Pattern TRACKING =
      Pattern.compile(
          "追跡|伝票|送り状|お?問い?合わ?せ番号|配送番号|荷物番号|配達番号|トラッキング|tracking", Pattern.CASE_INSENSITIVE);
  private static final Pattern BANK = Pattern.compile("口座|普通|当座|貯蓄|銀行|支店|信金|信用金庫|農協|ゆうちょ|店番|記号");
  private static final Pattern POSTAL = Pattern.compile("〒|郵便番号");
  private static final Pattern PHONE =
      Pattern.compile("電話|携帯|ケータイ|けいたい|連絡先|tel|phone|fax", Pattern.CASE_INSENSITIVE);

  private static final Pattern PHONE_NUMBER =
      Pattern.compile("(?:電話番号?|携帯番号|tel|fax)[^0-9]{0,4}$", Pattern.CASE_INSENSITIVE);

  private NumberLabel() {}

  /**
   * The kind of a number.
   *
   * @param before the text before it
   * @param number the number with its separators
   * @param digits the digits alone
   */
  static PiiKind of(String before, String number, String digits) {
    PiiKind cued = byCue(before, digits.length());
    if (cued != null) {
      return cued;
    }
    if (isPhone(number, digits)) {
      return PiiKind.PHONE;
    }
    return switch (digits.length()) {
      case 7 -> number.matches("[0-9]{3}-[0-9]{4}") ? PiiKind.POSTAL_CODE : PiiKind.NUM;
      case 12 -> isMyNumber(digits) ? PiiKind.MY_NUMBER : PiiKind.NUM;
      case 14, 15, 16 -> isLuhn(digits) ? PiiKind.CARD : PiiKind.NUM;
      default -> PiiKind.NUM;
    };
  }

  /** Whether words before the number say that it is a telephone number. */
  static boolean isPhoneCue(String before) {
    return PHONE_NUMBER.matcher(before).find();
  }

  /** Whether words before the number say that it identifies somebody. */
  static boolean isCued(String before) {
    return CARD_NUMBER.matcher(before).find() || MY_NUMBER.matcher(before).find();
  }

  private static PiiKind byCue(String before, int digits) {
    PiiKind nearest = null;
    int at = -1;
    for (Cue cue : Cue.ALL) {
      int end = digits >= cue.fewest && digits <= cue.most ? lastEnd(cue.pattern, before) : -1;
      if (end > at) {
        at = end;
        nearest = cue.kind;
      }
    }
    return nearest;
  }

  private static int lastEnd(Pattern pattern, String before) {
    Matcher matcher = pattern.matcher(before);
    int end = -1;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  private static boolean isPhone(String number, String digits) {
    return (digits.startsWith("0") && (digits.length() == 10 || digits.length() == 11))
        || (number.startsWith("+") && digits.length() >= 9)
        || (digits.startsWith("81") && digits.length() == 12 && !digits.startsWith("0", 2));
  }

  private static boolean isMyNumber(String digits) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      sum += (digits.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
    }
    int check = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    return check == digits.charAt(11) - '0';
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private record Cue(PiiKind kind, Pattern pattern, int fewest, int most) {
    static final List<Cue> ALL =
        List.of(
            new Cue(PiiKind.CARD, CARD, 14, 16),
            new Cue(PiiKind.MY_NUMBER, MY_NUMBER, 12, 12),
            new Cue(PiiKind.LICENCE, LICENCE, 12, 12),
            new Cue(PiiKind.TRACKING, TRACKING, 10, 14),
            new Cue(PiiKind.BANK_ACCOUNT, BANK, 6, 8),
            new Cue(PiiKind.POSTAL_CODE, POSTAL, 7, 7),
            new Cue(PiiKind.PHONE, PHONE, 6, 13));
  }
}
