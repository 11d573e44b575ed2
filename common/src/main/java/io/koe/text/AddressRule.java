package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an address below city and ward; prefecture, city and ward stay for analysis.
 *
 * <pre>
 * 東京都渋谷区神南1-2-3 神南ハイツ101号室 → 東京都渋谷区&lt;ADDRESS&gt;
 * 札幌市中央区北1条西2丁目3番地 → 札幌市中央区&lt;ADDRESS&gt;   神南二丁目三番四号 → &lt;ADDRESS&gt;
 * </pre>
 *
 * Known weakness: a town without a house number stays, as does a house number after an unmarked
 * town.
 */
final class AddressRule implements PiiRule {
  private static final String KANJI_NUMBER = "[一二三四五六七八九十〇百]{1,5}+";
  private static final String NUMBER = "(?:[0-9]{1,5}+|" + KANJI_NUMBER + ")";
  private static final String UNIT = "(?:丁目|番地の|番地|番町|番|号室|号|条|線|地割|の|-)";
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:[0-9]{1,5}+ ?"
              + UNIT
              + "|"
              + KANJI_NUMBER
              + "(?:丁目|番地|条|番町|番(?="
              + NUMBER
              + "))の?)"
              + "(?: ?(?:通|西|東|南|北)?"
              + NUMBER
              + "(?: ?"
              + UNIT
              + ")?){0,6}+");
  private static final Pattern BUILDING =
      Pattern.compile(
          "[ 、]?[^\\n、。,<>\\uE000 ]{0,20}?(?:ビル|マンション|ハイツ|荘|コーポ|アパート|タワー|レジデンス|メゾン|パレス|ハウス|ハイム|プラザ|ヴィラ|"
              + "コート|団地|棟)[^\\n、。, ぁ-ん\\uE000]{0,12}?(?: ?[0-9]{1,5}+(?:号室|号|階|F)?)?(?![0-9])"
              + "| ?[0-9]{1,5}+(?:号室|号|階|F)");
  private static final int LONGEST_TOWN = 40;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    Matcher house = HOUSE.matcher(text);
    Matcher building = BUILDING.matcher(text);
    for (int i = 1; i < text.length(); i++) {
      if (isNumberStart(text, i) && house.region(i, text.length()).lookingAt()) {
        int start = AddressTown.start(text, i, house.group(), LONGEST_TOWN);
        if (start >= 0) {
          boolean tail = building.region(house.end(), text.length()).lookingAt();
          spans.accept(new Span(start, tail ? building.end() : house.end(), PiiKind.ADDRESS));
        }
        i = house.end() - 1;
      }
    }
  }

  private static boolean isNumberStart(String text, int at) {
    return isNumeral(text.charAt(at))
        && !isNumeral(text.charAt(at - 1))
        && ".,-".indexOf(text.charAt(at - 1)) < 0;
  }

  private static boolean isNumeral(char c) {
    return FoldedText.isDigit(c) || "一二三四五六七八九十〇百".indexOf(c) >= 0;
  }
}
