package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names after a word that announces one.
 *
 * <pre>
 * 氏名：山田 太郎、名義は勅使河原直樹です、受取人 ヤマダ タロウ、宛名「Taro Yamada」 → &lt;NAME&gt;
 * 名義は本人です、名前は変更できますか → unchanged
 * </pre>
 *
 * Known weakness: after は and が an unlisted name of unusual shape stays.
 */
final class NameCueRule implements PiiRule {
  private static final String RIGHT =
      "(?=です|でした|でお|でご|で登録|で申|で届|で送|で、|で。|と申|と言|といい|という|となっ|となり|になっ|になり|に変|さん|様|さま|氏|殿|宛|あて|まで|より|"
          + "[、。,.!\\n )」』】;/(]|$)";
  private static final Cues CUES =
      new Cues(
          "氏名", "名前", "口座名義", "口座名義人", "名義", "名義人", "受取人", "受取り人", "受け取り人", "宛名", "届け先", "届先",
          "送り先", "送付先", "差出人", "依頼人", "契約者", "契約者名", "担当", "担当者", "担当者名", "責任者", "登録名", "本名", "実名",
          "フルネーム", "フリガナ", "ふりがな", "カナ氏名", "名義カナ", "姓名", "お客様名", "購入者名", "出品者名", "会員名", "申込者",
          "申込者名", "代表者", "代表者名", "宛先", "荷受人", "送り主", "送主", "発送者", "依頼主", "宛先名", "宛て名", "旧姓", "会員氏名",
          "カード名義", "申請者", "代理人", "署名", "氏 名", "名 前");
  private static final Cues NAMES =
      new Cues(
          "氏名", "名前", "口座名義", "口座名義人", "名義", "名義人", "受取人", "荷受人", "差出人", "送り主", "契約者", "契約者名", "本名",
          "実名", "フルネーム", "フリガナ", "カナ氏名", "名義カナ", "姓名", "会員名", "お客様名", "購入者名", "旧姓", "カード名義", "氏 名",
          "名 前");
  private static final String NAME =
      "((?:[一-鿿々][一-鿿々ヶノ]{0,5}+)(?:[ ・=]?[ァ-ヺー]{2,8}+|[ ・=][一-鿿々]{1,4}+|[ ・]?(?!です|でし|と申|さん|さま|から|まで|より|あて)[ぁ-ん]{2,5}?(?=です|でした|と申|様|さん|[、。\\n )」]|$))?"
          + "|[ァ-ヺー]{2,10}+(?:[ ・][ァ-ヺー]{2,10}+)?"
          + "|[A-Za-z]{2,15}+(?:[ .,・]{1,2}[A-Za-z]{2,15}+)?"
          + "|[ぁ-ん]{2,6}?(?: [ぁ-ん]{2,6}?)?"
          + RIGHT
          + ")";
  private static final Pattern AREA = Pattern.compile(".*[都道府県市区郡]|.*[都道府県市郡].*[町村]");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:\\([^)\\n]{0,10}\\))? ?(?:(?:は|が)? ?[:=】\\]>」「『|→\\[〈《]\\n? ?|は\\n)(?!\\n)" + NAME);
  private static final Pattern SENTENCE =
      Pattern.compile("(?: |は[ 、]?|が ?|も ?|の|を ?)" + NAME + "(?:" + RIGHT + "|(?=[にへをがの]))");

  /** 名義(山田太郎), 旧姓山田です. */
  private static final Pattern DIRECT =
      Pattern.compile("(?:" + NAME + RIGHT + "|\\(" + NAME + "\\))");

  private static final Pattern PLAIN = Pattern.compile("(?: |は[ 、]?|が ?)" + NAME + RIGHT);

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    CUES.followedBy(FIELD, folded, found -> accept(found, isField(folded.text(), found), spans));
    CUES.followedBy(SENTENCE, folded, found -> accept(found, isName(found.group(1)), spans));
    NAMES.followedBy(PLAIN, folded, found -> accept(found, isUnlisted(found.group(1)), spans));
    NAMES.followedBy(DIRECT, folded, found -> findDirect(found, spans));
  }

  private static void findDirect(Matcher found, Consumer<Span> spans) {
    int group = found.start(1) >= 0 ? 1 : 2;
    String name = found.group(group);
    boolean word = group == 1 && Script.at(name, 0) == Script.HIRAGANA && name.length() < 4;
    boolean person =
        NameLexicon.isPerson(name)
            || (group == 2 && NameLexicon.isLikely(name) && name.length() > 2);
    if (!word && person) {
      spans.accept(new Span(found.start(group), found.end(group), PiiKind.NAME));
    }
  }

  private static void accept(Matcher found, boolean isName, Consumer<Span> spans) {
    if (isName) {
      spans.accept(new Span(found.start(1), found.end(1), PiiKind.NAME));
    }
  }

  /** Any words in a form's field, but the beginning of an address is none. */
  private static boolean isField(String text, Matcher found) {
    String name = found.group(1);
    boolean cut =
        Script.at(text, found.end(1) - 1) == Script.KANJI
            && (Script.at(text, found.end(1)) == Script.KANJI
                || (found.end(1) < text.length() && FoldedText.isDigit(text.charAt(found.end(1)))));
    return !cut && !AREA.matcher(name).matches() && !NameLexicon.isOrdinary(name.replace(" ", ""));
  }

  /** What follows 名義は or 氏名 in katakana is a name unless it is a word for something else. */
  private static boolean isUnlisted(String candidate) {
    return Script.at(candidate, 0) == Script.KATAKANA
        && candidate.length() >= 4
        && !NameLexicon.isOrdinary(candidate);
  }

  private static boolean isName(String candidate) {
    return switch (Script.at(candidate, 0)) {
      case KANJI -> NameLexicon.isLikely(candidate);
      case HIRAGANA, KATAKANA, LATIN ->
          NameLexicon.isPerson(candidate)
              || (Script.at(candidate, 0) == Script.KATAKANA && NameLexicon.isKanaName(candidate))
              || (candidate.indexOf(' ') > 0
                  && !NameLexicon.isOrdinary(candidate.replace(" ", "")));
      case OTHER -> false;
    };
  }
}
