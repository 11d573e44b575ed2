package io.koe.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads back from a house number to the city or ward its address stands in. */
final class AddressTown {
  private static final int FARTHEST = 40;
  private static final int LONGEST_TOWN = 16;
  private static final String PLACE = "[一-鿿々ヶケがのノぁ-んァ-ヺー]";
  private static final String GAP = "[ \\n,]{0,3}";
  private static final Pattern AREA = area(WordList.load("prefectures.txt"));
  private static final Pattern SUFFIX = Pattern.compile("[市区郡町村都道府県]");
  private static final Pattern NAMED = Pattern.compile("丁目.*[0-9一二三四五六七八九十]|番地|番.{1,4}号");
  private static final Pattern SENTENCE = Pattern.compile("[ぁ-ん]{6}| .*[ぁ-ん] | .* ");
  private static final Pattern WORDS =
      Pattern.compile("[一-鿿々ァ-ヺー](?:は|を|に|で|と|も|へ|だけ|から|まで|より|って)|[をっ]|です|ます|した|から|まで");
  private static final Pattern NO_TOWN = Pattern.compile(" ?(?:内|外|産|製|行き|駅)(?![一-鿿])");
  private static final Pattern STRICT = Pattern.compile("丁目|番地|番町|地割|番.{0,2}号|条.{0,6}丁|-.*-");
  private static final Pattern RURAL = Pattern.compile("^ ?(?:大字|字)");

  private AddressTown() {}

  /**
   * Where the part to mask begins.
   *
   * @param house where the house number begins
   * @param number the house number
   * @return the position after city and ward, or the start of the town name; -1 when this is no
   *     address
   */
  static int start(String text, int house, String number) {
    int from = placeStart(text, house);
    String before = text.substring(from, house);
    Matcher area = AREA.matcher(before);
    int start = -1;
    while (SUFFIX.matcher(before).find() && area.find()) {
      boolean fits = isTown(before, area.end()) && isSure(area, before, number);
      start = fits && area.end() > area.start() + 1 ? from + area.end() : start;
    }
    return start >= 0 || !NAMED.matcher(number).find() ? start : kanjiStart(text, house, from);
  }

  /**
   * A prefecture, a long number or a plain town makes it an address; 1/2/3 needs the first and
   * last.
   */
  private static boolean isSure(Matcher area, String before, String number) {
    String words = before.substring(area.end());
    return number.indexOf('/') >= 0
        ? area.group(1) != null && isPlain(words.strip())
        : area.group(1) != null || STRICT.matcher(number).find() || isPlain(words);
  }

  /** The same for a number without a mark, which only 大字 or 字 make a part of an address. */
  static int rural(String text, int number) {
    if (Script.at(text, number - 1) == Script.OTHER) {
      return -1;
    }
    int from = placeStart(text, number);
    String before = text.substring(from, number);
    if (before.indexOf('字') < 0) {
      return -1;
    }
    Matcher area = AREA.matcher(before);
    while (area.find()) {
      boolean rural = RURAL.matcher(before.substring(area.end())).find();
      if (rural && isTown(before, area.end())) {
        return from + area.end();
      }
    }
    return -1;
  }

  /** Whether what follows the area can be a town's name: short, and no part of a sentence. */
  private static boolean isTown(String before, int areaEnd) {
    String words = before.substring(areaEnd);
    return words.length() <= LONGEST_TOWN
        && !SENTENCE.matcher(words.strip()).find()
        && !NO_TOWN.matcher(words).lookingAt()
        && !WORDS.matcher(before.substring(areaEnd - 1)).find();
  }

  /** Without a prefecture and with a short number, only kanji and katakana are taken for a town. */
  private static boolean isPlain(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (Script.of(words.charAt(i)) == Script.HIRAGANA) {
        return false;
      }
    }
    return words.length() >= 2 && words.length() <= 12;
  }

  private static int kanjiStart(String text, int house, int from) {
    int start = Math.max(from, Script.startOf(text, house, 8));
    return start < house ? start : -1;
  }

  private static int placeStart(String text, int house) {
    int start = house;
    while (start > 0 && house - start < FARTHEST && isPlace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isPlace(char c) {
    Script script = Script.of(c);
    return script == Script.KANJI
        || script == Script.KATAKANA
        || script == Script.HIRAGANA
        || " \n,".indexOf(c) >= 0;
  }

  private static Pattern area(List<String> prefectures) {
    String firsts =
        prefectures.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining());
    String city = PLACE + "{1,6}?市市?" + GAP + "(?:" + PLACE + "{1,5}?区)?";
    String county = PLACE + "{1,4}?郡" + GAP + "(?:" + PLACE + "{1,6}?[町村])?";
    String bare = "[一-鿿々ヶケノつくばさいたまみどり]";
    return Pattern.compile(
        "(?=["
            + firsts
            + "])("
            + String.join("|", prefectures)
            + ")"
            + GAP
            + "(?:"
            + city
            + "|"
            + county
            + "|"
            + PLACE
            + "{1,5}?区|"
            + PLACE
            + "{1,5}?[町村](?!.{0,2}[市区])"
            + ")?|"
            + bare
            + "{1,6}?(?:市市?"
            + GAP
            + "(?:[一-鿿々]{1,4}?区)?|区|郡(?:"
            + PLACE
            + "{1,6}?[町村])?)");
  }
}
