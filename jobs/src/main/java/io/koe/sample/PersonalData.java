package io.koe.sample;

import java.util.List;
import java.util.Locale;

/**
 * Sentences with invented personal data, for the masking to find. Telephone numbers, domains and
 * card numbers are of ranges nobody holds.
 */
final class PersonalData {
  private static final List<String> FAMILY =
      List.of(
          "佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村", "小林", "加藤", "吉田", "山田", "松本", "井上", "木村");
  private static final List<String> GIVEN =
      List.of("美咲", "健太", "陽子", "翔太", "由美", "大輔", "彩", "直樹", "恵", "拓也", "さくら", "誠", "千尋", "蓮", "葵");
  private static final List<String> ROMAN =
      List.of(
          "misaki",
          "kenta88",
          "yoko.y",
          "shota_w",
          "yumi-2020",
          "daisuke",
          "aya.m",
          "naoki",
          "chihiro_k");
  private static final List<String> PLACES =
      List.of(
          "東京都みほん区さくら町", "大阪府れいぶん市みどり台", "神奈川県見本市中央区本町", "北海道みほん市北七条", "愛知県れいだい市栄", "福岡県見本市大字中村");

  private PersonalData() {}

  static String sentence(Draws draws) {
    return switch (draws.pickShare(3, 2.5, 2.5, 1, 2, 1.5, 0.8, 0.5)) {
      case 0 -> name(draws);
      case 1 -> String.format(Locale.ROOT, phoneForm(draws), phone(draws));
      case 2 -> mail(draws);
      case 3 -> "カード番号は" + card(draws) + "です。";
      case 4 -> address(draws);
      case 5 -> tracking(draws);
      case 6 -> account(draws);
      default ->
          "マイナンバーは" + digits(draws, 4) + " " + digits(draws, 4) + " " + digits(draws, 4) + "です。";
    };
  }

  private static String name(Draws draws) {
    String family = draws.pick(FAMILY);
    String given = draws.pick(GIVEN);
    return switch (draws.below(5)) {
      case 0 -> "氏名：" + family + " " + given + "。";
      case 1 -> "私、" + family + "と申します。";
      case 2 -> "名前は" + family + given + "です。";
      case 3 -> "登録している氏名は" + family + "　" + given + "です。";
      default -> "購入者は" + family + "様です。";
    };
  }

  private static String phoneForm(Draws draws) {
    return draws.pick(List.of("電話番号は%sです。", "日中は%sにお電話ください。", "TEL: %s。", "携帯は%sです。"));
  }

  private static String phone(Draws draws) {
    String dash = draws.chance(0.7) ? "-" : "";
    return draws.pick(List.of("090", "080", "070"))
        + dash
        + "0"
        + digits(draws, 3)
        + dash
        + digits(draws, 4);
  }

  private static String mail(Draws draws) {
    String address =
        draws.pick(ROMAN)
            + draws.below(100)
            + "@"
            + draws.pick(List.of("example.com", "example.jp", "mail.example.ne.jp"));
    return draws.pick(List.of("登録メールアドレスは", "連絡先は", "メールは")) + address + "です。";
  }

  /** Sixteen digits of a test range with a valid check digit (Luhn, ISO/IEC 7812-1). */
  static String card(Draws draws) {
    String body = "400000" + digits(draws, 9);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    String number = body + (10 - sum % 10) % 10;
    return draws.chance(0.5)
        ? number
        : number.substring(0, 4)
            + "-"
            + number.substring(4, 8)
            + "-"
            + number.substring(8, 12)
            + "-"
            + number.substring(12);
  }

  private static String address(Draws draws) {
    String postal = "〒" + digits(draws, 3) + "-" + digits(draws, 4);
    return "住所は"
        + postal
        + " "
        + draws.pick(PLACES)
        + (1 + draws.below(9))
        + "-"
        + (1 + draws.below(20))
        + "-"
        + (1 + draws.below(15))
        + "です。";
  }

  private static String tracking(Draws draws) {
    String number = digits(draws, 4) + "-" + digits(draws, 4) + "-" + digits(draws, 4);
    return draws.pick(List.of("追跡番号は", "お問い合わせ番号：", "伝票番号は")) + number + "です。";
  }

  private static String account(Draws draws) {
    return "振込先は"
        + draws.pick(List.of("みほん銀行", "れいだい信用金庫", "見本中央銀行"))
        + "本店 普通 "
        + digits(draws, 7)
        + "です。";
  }

  private static String digits(Draws draws, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + draws.below(10)));
    }
    return text.toString();
  }
}
