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
      Pattern.compile(" ?(?:様(?![子々式相態])|さま|さん(?!ざん)|氏(?!名)|殿|くん|君|ちゃん|御中)");

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    Matcher honorific = HONORIFIC.matcher(text);
    while (honorific.find()) {
      int end = honorific.start();
      int start = nameStart(text, NameBefore.start(text, end), end);
      if (start < end) {
        spans.accept(new Span(start, end, PiiKind.NAME));
      }
    }
  }

  /** The longest ending of the words that is a name; {@code end} when none is. */
  private static int nameStart(String text, int start, int end) {
    String words = text.substring(start, end);
    if (words.length() < 1 || NameLexicon.NOT_NAMES.contains(words)) {
      return end;
    }
    if (NameLexicon.isPerson(words) || isForeign(words)) {
      return start;
    }
    boolean kana = Script.at(text, end - 1) == Script.HIRAGANA;
    for (int i = 1; i <= words.length() - (kana ? 3 : 2); i++) {
      String ending = words.substring(i);
      if (NameLexicon.NOT_NAMES.contains(ending)) {
        return end;
      }
      if (isBorder(words, i) && NameLexicon.isPerson(ending)) {
        return start + i;
      }
    }
    return end;
  }

  /** A name may begin after a word that is no name, another script, a blank or a particle. */
  private static boolean isBorder(String words, int at) {
    return Script.at(words, at - 1) != Script.at(words, at)
        || "はがのをにともや".indexOf(words.charAt(at - 1)) >= 0
        || NameLexicon.NOT_NAMES.anyEnds(words.substring(0, at));
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
