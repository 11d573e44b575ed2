package io.koe.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads back from a house number to the city or ward its address stands in. */
final class AddressTown {
  private static final String PREFECTURES = String.join("|", WordList.load("prefectures.txt"));
  private static final Pattern STARTS_PREFECTURE = Pattern.compile(PREFECTURES);
  private static final String PLACE = "[一-鿿々ヶケがのノぁ-んァ-ヺー]";
  private static final Pattern AREA =
      Pattern.compile(
          "(?:"
              + PREFECTURES
              + ") ?(?:"
              + PLACE
              + "{1,6}?(?:市|郡) ?)?(?:"
              + PLACE
              + "{1,6}?(?:区|町|村))?"
              + "|[一-鿿々ヶケノつくばさいたまみどり]{1,6}?(?:市|区|郡)(?:[一-鿿々]{1,4}?(?:区|町|村))?");
  private static final Pattern NAMED = Pattern.compile("丁目.*[0-9一二三四五六七八九十]|番地|番.{1,4}号");
  private static final Pattern SENTENCE = Pattern.compile("[ぁ-ん]{6}| .*[ぁ-ん] | .* ");
  private static final Pattern STRICT = Pattern.compile("丁目|番地|番町|地割|番.{0,2}号|条.{0,6}丁|-.*-");

  private AddressTown() {}

  /**
   * Where the part to mask begins.
   *
   * @param house where the house number begins
   * @param number the house number
   * @param most how far to look back
   * @return the position after city and ward, or the start of the town name; -1 when this is no
   *     address
   */
  static int start(String text, int house, String number, int most) {
    int town = townStart(text, house, most);
    String before = text.substring(town, house);
    boolean strict = STRICT.matcher(number).find();
    Matcher area = AREA.matcher(before);
    int start = -1;
    while (area.find()) {
      boolean prefecture =
          Script.at(before, area.start()) == Script.KANJI
              && STARTS_PREFECTURE
                  .matcher(before)
                  .region(area.start(), before.length())
                  .lookingAt();
      String words = before.substring(area.end());
      boolean fits = (prefecture || strict || isTown(words)) && !SENTENCE.matcher(words).find();
      start = fits && area.end() > area.start() + 1 ? town + area.end() : start;
    }
    return start >= 0 || !named(number) ? start : kanjiStart(text, house, town);
  }

  /** Without city or ward, 丁目 and 番地 say enough to mask the town before them. */
  private static boolean named(String number) {
    return NAMED.matcher(number).find();
  }

  private static int kanjiStart(String text, int house, int town) {
    return Math.max(town, Script.startOf(text, house, 8));
  }

  private static boolean isTown(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (Script.of(words.charAt(i)) == Script.HIRAGANA) {
        return false;
      }
    }
    return words.length() >= 2 && words.length() <= 12;
  }

  private static int townStart(String text, int house, int most) {
    int start = house;
    while (start > 0 && house - start < most && isPlace(text, start - 1)) {
      start--;
    }
    return start;
  }

  private static boolean isPlace(String text, int at) {
    char c = text.charAt(at);
    Script script = Script.of(c);
    return script == Script.KANJI
        || script == Script.KATAKANA
        || script == Script.HIRAGANA
        || c == ' ';
  }
}
