package io.koe.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the patterns of the masker's suites with invented people and numbers that aren't real:
 * <code>{sei} {mei}</code>, <code>090-0###-####</code>, <code>{wide {user}@{domain}}</code>. One
 * object is one person: names, cards and places stay the same, ids and digits are drawn afresh.
 */
final class InventedFields {
  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");
  private static final String KANJI_DIGITS = "〇一二三四五六七八九";
  private static final String FULL_KANA =
      "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲン" + "ー\u3099\u309A　";
  private static final String HALF_KANA =
      "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰﾞﾟ ";
  private static final List<String> SURNAMES =
      List.of(
          "佐々木 ささき sasaki",
          "田中 たなか tanaka",
          "渡辺 わたなべ watanabe",
          "齋藤 さいとう saito",
          "長谷川 はせがわ hasegawa",
          "小林 こばやし kobayashi",
          "髙橋 たかはし takahashi",
          "吉田 よしだ yoshida",
          "五十嵐 いがらし igarashi",
          "中島 なかじま nakajima",
          "久保田 くぼた kubota",
          "大野 おおの ono",
          "菅原 すがわら sugawara",
          "東 あずま azuma",
          "森 もり mori",
          "柏木 かしわぎ kashiwagi",
          "勅使河原 てしがわら teshigawara",
          "小鳥遊 たかなし takanashi",
          "西園寺 さいおんじ saionji",
          "金城 きんじょう kinjo",
          "比嘉 ひが higa",
          "古川 ふるかわ furukawa",
          "浅野 あさの asano",
          "新井 あらい arai");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "健太 けんた kenta",
          "美咲 みさき misaki",
          "翔 しょう sho",
          "さくら さくら sakura",
          "陽菜 ひな hina",
          "大輔 だいすけ daisuke",
          "由美子 ゆみこ yumiko",
          "蓮 れん ren",
          "和也 かずや kazuya",
          "智恵 ちえ chie",
          "一郎 いちろう ichiro",
          "真由 まゆ mayu",
          "隆 たかし takashi",
          "結衣 ゆい yui",
          "優斗 ゆうと yuto",
          "恵子 けいこ keiko",
          "慎之介 しんのすけ shinnosuke",
          "葵 あおい aoi",
          "賢治 けんじ kenji",
          "千尋 ちひろ chihiro");
  private static final List<String> PLACES =
      List.of(
          "埼玉県 川口市",
          "神奈川県 相模原市緑区",
          "愛知県 豊田市",
          "北海道 旭川市",
          "福岡県 北九州市小倉北区",
          "京都府 宇治市",
          "広島県 福山市",
          "千葉県 船橋市",
          "静岡県 浜松市中央区",
          "宮城県 仙台市青葉区",
          "沖縄県 那覇市",
          "鹿児島県 霧島市");
  private static final List<String> COUNTIES =
      List.of("埼玉県 比企郡 小川町", "長野県 北佐久郡 軽井沢町", "福岡県 糟屋郡 篠栗町", "青森県 上北郡 おいらせ町");
  private static final List<String> WARDS = List.of("渋谷区", "世田谷区", "江東区", "足立区", "杉並区", "品川区");
  private static final List<String> TOWNS =
      List.of("本町", "緑ヶ丘", "桜台", "東山", "富士見", "若葉", "栄", "北新田", "西原", "三ツ木", "上野毛", "さくらが丘", "末広");
  private static final List<String> BUILDINGS =
      List.of("コーポ若葉", "グリーンハイツ", "メゾン桜", "サンライズマンション", "第二田中荘", "パークサイドB棟", "県営住宅");
  private static final List<String> WORDS =
      List.of("neko", "sakura", "hiro", "momo", "taro", "kuma", "yuki", "sora", "kaze", "tora");
  private static final List<String> DOMAINS =
      List.of("example.jp", "example.com", "example.co.jp", "mail.example.ne.jp", "example.org");
  private static final List<String> CARD_TESTS = List.of("424242", "555555", "356600", "411111");

  private final Random random;
  private final Map<String, String> person = new HashMap<>();

  InventedFields(Random random) {
    this.random = random;
    name("sei", SURNAMES);
    name("mei", GIVEN_NAMES);
    String[] place = pick(PLACES).split(" ", -1);
    String[] county = pick(COUNTIES).split(" ", -1);
    boolean rural = random.nextInt(8) == 0;
    person.put("pref", rural ? county[0] : place[0]);
    person.put("city", place[1]);
    person.put("gun", county[1]);
    person.put("cho", county[2]);
    groups("c", withLuhn(pick(CARD_TESTS) + digits(9)), 4, 4, 4, 4);
    groups("a", withLuhn("378282" + digits(8)), 4, 6, 5);
    groups("n", withLuhn("305693" + digits(7)), 4, 6, 4);
    groups("m", withMyNumberCheck("000" + digits(8)), 4, 4, 4);
  }

  /** The pattern with its fields and digits filled. */
  String fill(String pattern) {
    String text = pattern;
    for (Matcher field = FIELD.matcher(text); field.find(); field = FIELD.matcher(text)) {
      String value = value(field.group(1));
      text = text.substring(0, field.start()) + value + text.substring(field.end());
    }
    return drawDigits(text).replace('⏎', '\n').replace('␣', ' ');
  }

  private String value(String field) {
    int space = field.indexOf(' ');
    String word = space < 0 ? field : field.substring(0, space);
    String rest = drawDigits(field.substring(space + 1));
    return switch (word) {
      case "wide" -> each(rest, InventedFields::wide);
      case "half" -> half(rest);
      case "kanji" -> each(rest, c -> c >= '0' && c <= '9' ? KANJI_DIGITS.charAt(c - '0') : c);
      case "user" -> pick(WORDS) + (char) ('a' + random.nextInt(26));
      case "USER" -> (pick(WORDS) + pick(WORDS)).toUpperCase(Locale.ROOT);
      case "User" -> capital(pick(WORDS));
      case "domain" -> pick(DOMAINS);
      case "DOMAIN" -> pick(DOMAINS).toUpperCase(Locale.ROOT);
      case "Domain" -> capital(pick(DOMAINS));
      case "word" -> pick(WORDS);
      case "Word" -> capital(pick(WORDS));
      case "hex" -> 'a' + letters(4) + digits(2) + letters(2);
      case "x" -> Integer.toHexString(0x1000 + random.nextInt(0xE000));
      case "X" -> Integer.toHexString(0xA00 + random.nextInt(0x500)).toUpperCase(Locale.ROOT);
      case "b" -> String.valueOf(1 + random.nextInt(254));
      case "P" -> "T" + (char) ('A' + random.nextInt(26));
      case "p" -> "t" + (char) ('a' + random.nextInt(26));
      case "R" -> String.valueOf((char) ('A' + random.nextInt(26)));
      case "k" -> String.valueOf(KANJI_DIGITS.charAt(1 + random.nextInt(9)));
      case "mon" -> String.valueOf(1 + random.nextInt(12));
      case "mon2" -> String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12));
      case "day" -> String.valueOf(1 + random.nextInt(28));
      case "day2" -> String.format(Locale.ROOT, "%02d", 1 + random.nextInt(28));
      case "era" -> String.valueOf(2 + random.nextInt(29));
      case "ward" -> pick(WARDS);
      case "town" -> pick(TOWNS);
      case "bldg" -> pick(BUILDINGS);
      default -> known(word);
    };
  }

  private String known(String word) {
    String value = person.get(word);
    if (value == null) {
      throw new IllegalArgumentException("no field {" + word + "} in the masker's suites");
    }
    return value;
  }

  private void name(String field, List<String> names) {
    String[] forms = pick(names).split(" ", -1);
    person.put(field, forms[0]);
    person.put(field + "_h", forms[1]);
    person.put(field.toUpperCase(Locale.ROOT), katakana(forms[1]));
    person.put("Roman_" + field, capital(forms[2]));
    person.put("ROMAN_" + field.toUpperCase(Locale.ROOT), forms[2].toUpperCase(Locale.ROOT));
  }

  private void groups(String field, String digits, int... lengths) {
    int start = 0;
    for (int i = 0; i < lengths.length; i++) {
      person.put(field + (i + 1), digits.substring(start, start + lengths[i]));
      start += lengths[i];
    }
  }

  private String drawDigits(String text) {
    return each(text, c -> c == '#' ? (char) ('0' + random.nextInt(10)) : c);
  }

  private String digits(int length) {
    return drawDigits("#".repeat(length));
  }

  private String letters(int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static char wide(char c) {
    return c == ' ' ? '　' : c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c;
  }

  private static String katakana(String hiragana) {
    return each(hiragana, c -> c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
  }

  private static String half(String kana) {
    String parts = Normalizer.normalize(kana, Normalizer.Form.NFD);
    return each(parts, c -> FULL_KANA.indexOf(c) < 0 ? c : HALF_KANA.charAt(FULL_KANA.indexOf(c)));
  }

  private static String each(String text, UnaryCharOperator change) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changed.length(); i++) {
      changed.setCharAt(i, change.apply(changed.charAt(i)));
    }
    return changed.toString();
  }

  /** Appends the check digit that makes a card number pass ISO/IEC 7812. */
  private static String withLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** Appends the check digit of an individual number (Ordinance 85 of 2014, article 5). */
  private static String withMyNumberCheck(String digits) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      sum += (digits.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
    }
    return digits + (sum % 11 <= 1 ? 0 : 11 - sum % 11);
  }

  @FunctionalInterface
  private interface UnaryCharOperator {
    char apply(char c);
  }
}
