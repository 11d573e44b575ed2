package io.koe.sample;

import java.util.List;

/** What keyboards do to texts: slips, half-width kana, full-width digits, emoji. */
final class BodyNoise {
  private static final List<String> EMOJI =
      List.of("😭", "🙏", "💦", "😢", "😡", "🙇‍♀️", "(；；)", "(´；ω；`)", "^^;", "…");
  private static final List<String> WRONG =
      List.of(
          "発送=発走",
          "商品=賞品",
          "届か=とどか",
          "取引=とりひき",
          "確認=確人",
          "購入者=購入社",
          "返金=変金",
          "お願いします=おねがいします",
          "ください=くだい",
          "しました=しまた",
          "できません=できせん",
          "表示され=表示さえ",
          "という=とゆう",
          "問い合わせ=問合せ",
          "ですが=でうが",
          "いただ=頂",
          "支払い=支払",
          "すみません=すいません",
          "対応=対おう",
          "メルカリ=メルカル");
  private static final String FULL_KANA =
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー";
  private static final String HALF_KANA =
      "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ";
  private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
  private static final String VOICED_HALF = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
  private static final String SEMI_VOICED = "パピプペポ";

  private BodyNoise() {}

  static String apply(String text, Draws draws) {
    String noisy = text;
    if (draws.chance(0.06)) {
      noisy = misspelt(noisy, draws);
    }
    if (draws.chance(0.025)) {
      noisy = halfWidthKana(noisy);
    }
    if (draws.chance(0.06)) {
      noisy = fullWidthDigits(noisy);
    }
    if (draws.chance(0.05)) {
      noisy = noisy + draws.pick(EMOJI);
    }
    if (noisy.length() < 80 && draws.chance(0.1)) {
      noisy = noisy.replace("。", draws.chance(0.5) ? "！" : " ").strip();
    }
    return noisy;
  }

  /** The first slip of the list, from a random start, that has something to slip on. */
  private static String misspelt(String text, Draws draws) {
    int start = draws.below(WRONG.size());
    for (int i = 0; i < WRONG.size(); i++) {
      String pair = WRONG.get((start + i) % WRONG.size());
      String right = pair.substring(0, pair.indexOf('='));
      int at = text.indexOf(right);
      if (at >= 0) {
        String wrong = pair.substring(pair.indexOf('=') + 1);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
      }
    }
    return text;
  }

  static String halfWidthKana(String text) {
    StringBuilder half = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (FULL_KANA.indexOf(c) >= 0) {
        half.append(HALF_KANA.charAt(FULL_KANA.indexOf(c)));
      } else if (VOICED.indexOf(c) >= 0) {
        half.append(VOICED_HALF.charAt(VOICED.indexOf(c))).append('ﾞ');
      } else if (SEMI_VOICED.indexOf(c) >= 0) {
        half.append("ﾊﾋﾌﾍﾎ".charAt(SEMI_VOICED.indexOf(c))).append('ﾟ');
      } else {
        half.append(c);
      }
    }
    return half.toString();
  }

  private static String fullWidthDigits(String text) {
    StringBuilder wide = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return wide.toString();
  }
}
