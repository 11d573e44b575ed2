package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names before an honorific.
 *
 * <pre>
 * 山田様、山田 花子さん、出品者の鈴木さん、タナカ様、はなこさん、John Smith様 → &lt;NAME&gt;
 * 皆様、出品者様、ヤマトさん、業者さん → unchanged
 * </pre>
 *
 * Known weakness: an unlisted name in one word stays, as do user names.
 */
final class NameHonorificRule implements PiiRule {
  private static final Pattern HONORIFIC =
      Pattern.compile("(?:様(?![子々式相態])|さま|さん(?!ざん)|氏(?!名)|殿|くん|君|ちゃん|御中)");

  /** What an honorific can begin with, to look for no pattern elsewhere. */
  private static final String BEGINNINGS = "様さ氏殿く君ち御";

  private static final Pattern GIVEN_KANA =
      Pattern.compile("[ ・]?(?:[ァ-ヺー]{2,6}|(?![はがのをにともやへでさ])[ぁ-ん]{2,6})");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    Matcher honorific = HONORIFIC.matcher(text);
    for (int i = 1; i < text.length(); i++) {
      if (BEGINNINGS.indexOf(text.charAt(i)) >= 0
          && honorific.region(i, text.length()).lookingAt()) {
        int end = text.charAt(i - 1) == ' ' ? i - 1 : i;
        int start = nameStart(text, NameBefore.start(text, end), end);
        if (start < end) {
          spans.accept(new Span(start, end, PiiKind.NAME));
        }
      }
    }
  }

  /** The longest ending of the words that is a name; {@code end} when none is. */
  private static int nameStart(String text, int start, int end) {
    String words = text.substring(start, end);
    if (words.length() < 1 || NameLexicon.NOT_NAMES.contains(words)) {
      return end;
    }
    if (NameLexicon.isPerson(words) || isForeign(words) || isUnlisted(words) || isKanaPair(words)) {
      return start;
    }
    boolean kana = Script.at(text, end - 1) == Script.HIRAGANA;
    for (int i = 1; i <= words.length() - (kana ? 3 : 2); i++) {
      if (NameLexicon.NOT_NAMES.contains(words, i, words.length())) {
        return end;
      }
      if (isBorder(words, i) && isNameFrom(words, i)) {
        return start + i;
      }
    }
    return end;
  }

  private static boolean isNameFrom(String words, int at) {
    String name = words.substring(at);
    return NameLexicon.isPerson(name) || isKanaPair(name);
  }

  /** A listed surname, a blank and a given name that is not listed, in hiragana. */
  private static boolean isKanaPair(String name) {
    int blank = name.indexOf(' ');
    return blank > 1
        && Script.at(name, 0) == Script.HIRAGANA
        && Script.at(name, blank + 1) == Script.HIRAGANA
        && NameLexicon.SURNAMES.contains(name, 0, blank);
  }

  /** A name may begin after a word that is no name, another script, a blank or a particle. */
  private static boolean isBorder(String words, int at) {
    return Script.at(words, at - 1) != Script.at(words, at)
        || "はがのをにともや".indexOf(words.charAt(at - 1)) >= 0
        || NameLexicon.NOT_NAMES.anyEnds(words, 0, at);
  }

  /** A listed surname with a given name that is not listed, in kana. */
  private static boolean isUnlisted(String words) {
    int given = Script.endOf(words, 0, words.length());
    if (given == words.length()) {
      return Script.at(words, 0) == Script.KATAKANA && NameLexicon.isKanaName(words);
    }
    return Script.at(words, 0) == Script.KANJI
        && NameLexicon.SURNAMES.contains(words.substring(0, given))
        && GIVEN_KANA.matcher(words.substring(given)).matches();
  }

  /** Two words in katakana or capitalised Latin letters, or two short ones in kanji. */
  private static boolean isForeign(String words) {
    int blank = Math.max(words.indexOf(' '), words.indexOf('・'));
    if (blank < 1
        || NameLexicon.isOrdinary(words.substring(0, blank))
        || NameLexicon.isOrdinary(words.substring(blank + 1))) {
      return false;
    }
    return switch (Script.at(words, 0)) {
      case KATAKANA -> Script.at(words, blank + 1) == Script.KATAKANA;
      case LATIN -> isCapital(words, 0) && isCapital(words, blank + 1);
      case KANJI -> words.length() <= 6 && Script.at(words, blank + 1) == Script.KANJI;
      default -> false;
    };
  }

  private static boolean isCapital(String words, int at) {
    return Character.isUpperCase(words.charAt(at));
  }
}
