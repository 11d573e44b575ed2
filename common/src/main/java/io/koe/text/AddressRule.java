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
  private static final String NUMERAL = "[0-9一二三四五六七八九十〇百]";
  private static final String KANJI_NUMBER = "[一二三四五六七八九十〇百]{1,5}+";
  private static final String NUMBER = "(?:[0-9]{1,5}+|" + KANJI_NUMBER + ")";
  private static final String JOINT = "(?:の|-|/) ?(?=" + NUMERAL + ")";
  private static final String UNIT =
      "(?:丁目|番地(?:の(?=" + NUMERAL + "))?|番町|番|号室|号|条|線|地割|" + JOINT + ")";
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:[0-9]{1,5}+ ?"
              + UNIT
              + "|"
              + KANJI_NUMBER
              + "(?:丁目|番地|条|番町|番(?="
              + NUMBER
              + ")|-(?="
              + NUMERAL
              + "))(?:の(?="
              + NUMERAL
              + "))?)"
              + "(?: ?(?:通|西|東|南|北)?"
              + NUMBER
              + "(?: ?"
              + UNIT
              + ")?){0,6}+");
  private static final Pattern LOT = Pattern.compile("[0-9]{1,5}+(?![0-9.,]| ?[円年月日時分個回枚件%])");
  private static final String MARKS = " 丁番号条線地の-/";
  private static final String ROOM = "[0-9]{1,5}+(?:号棟|号室|号|階|F)?(?:-[0-9]{1,4}+)?(?:号室|号)?";
  private static final String NAME = "[一-鿿々ァ-ヺーA-Za-zヶ・]";
  private static final Pattern BUILDING =
      Pattern.compile(
          "[ 、\\n(]?(?:(?<=[ \\n])[ぁ-ん]{1,8}+)?[一-鿿々ァ-ヺーA-Za-z0-9ヶ・&]{0,20}?(?:ビル|マンション|ハイツ|荘|コーポ|アパート|タワー|"
              + "レジデンス|メゾン|パレス|ハウス|ハイム|プラザ|ヴィラ|コート|団地|住宅|寮|社宅|官舎|ヒルズ|テラス|ガーデン|スクエア|シティ|棟|館)"
              + NAME
              + "{0,12}+ ?(?:"
              + ROOM
              + ")?(?![0-9])"
              + "|[ 、\\n(]?"
              + NAME
              + "{2,20}+[ \\n]?[0-9]{2,4}+(?:号棟|号室|号|階|F)?(?![0-9,.-]|[円年月日時分個回枚件点才歳cm%])"
              + "| ?[0-9]{1,5}+(?:号室|号|階|F)");
  private static final Cues FIELDS =
      new Cues("番地", "町名", "町名番地", "丁目番地", "以降の住所", "建物名", "住所2", "番地以降");
  private static final Pattern FIELD =
      Pattern.compile(" ?[:】\\]] ?((?=[^\\n]{0,30}?" + NUMERAL + ")[^\\n、。\\uE000]{1,30}+)");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    Matcher house = HOUSE.matcher(text);
    Matcher lot = LOT.matcher(text);
    Matcher building = BUILDING.matcher(text);
    int i = 0;
    while (i < text.length()) {
      int end = i;
      if (isNumberStart(text, i)) {
        boolean marked = isMarked(text, i) && house.region(i, text.length()).lookingAt();
        boolean bare = !marked && isLot(text, i) && lot.region(i, text.length()).lookingAt();
        int start =
            marked
                ? AddressTown.start(text, i, house.group())
                : bare ? AddressTown.rural(text, i) : -1;
        end = marked ? house.end() : bare ? lot.end() : i;
        if (start >= 0) {
          boolean tail = building.region(end, text.length()).lookingAt();
          spans.accept(new Span(start, tail ? building.end() : end, PiiKind.ADDRESS));
        }
      }
      i = Math.max(i + 1, end);
    }
    FIELDS.followedBy(
        FIELD,
        folded,
        found -> spans.accept(new Span(found.start(1), found.end(1), PiiKind.ADDRESS)));
  }

  /** Whether the numerals are followed by what marks a house number. */
  private static boolean isMarked(String text, int at) {
    int end = at;
    while (end < text.length() && isNumeral(text.charAt(end))) {
      end++;
    }
    return end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isLot(String text, int at) {
    return at > 0 && Script.at(text, at - 1) != Script.OTHER;
  }

  private static boolean isNumberStart(String text, int at) {
    return isNumeral(text.charAt(at))
        && (at == 0
            || (!isNumeral(text.charAt(at - 1)) && ".,-/".indexOf(text.charAt(at - 1)) < 0));
  }

  private static boolean isNumeral(char c) {
    return FoldedText.isDigit(c) || "一二三四五六七八九十〇百".indexOf(c) >= 0;
  }
}
