package io.koe.text;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A listed surname with a given name beside it, or an unlisted one with a listed given name after a
 * blank.
 *
 * <pre>
 * 山田太郎です、鈴木さくら、佐藤 久美、ヤマダ タロウ、Taro Yamada → &lt;NAME&gt;
 * </pre>
 *
 * Known weakness: famous people are masked, too; surnames alone are not.
 */
final class FullNameRule implements PiiRule {
  private static final Pattern STRONG_RIGHT =
      Pattern.compile("です|でした|と申|と言|といい|という|様|さん|さま|氏|殿|宛|名義|まで|[、。,!\\n )」]");
  private static final Pattern PARTICLE = Pattern.compile("[がにはのをともへで]|から|という|より");
  private static final int LONGEST_SURNAME = 12;
  private static final int LONGEST_GIVEN = 10;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    String text = folded.text();
    int at = 0;
    while (at < text.length()) {
      int end = isWordStart(text, at) ? nameEnd(text, at) : at;
      if (end > at && !isKept(text, at, end)) {
        spans.accept(new Span(at, end, PiiKind.NAME));
      }
      at = Math.max(at + 1, end);
    }
  }

  private static boolean isWordStart(String text, int at) {
    Script script = Script.at(text, at);
    return script == Script.KANJI
        || (script == Script.HIRAGANA && Script.at(text, at - 1) == Script.OTHER)
        || ((script == Script.KATAKANA || script == Script.LATIN)
            && Script.at(text, at - 1) != script)
        || isAfterParticle(text, at);
  }

  private static boolean isAfterParticle(String text, int at) {
    return at > 0
        && Script.at(text, at) == Script.HIRAGANA
        && "はがのにと".indexOf(text.charAt(at - 1)) >= 0;
  }

  private static int nameEnd(String text, int at) {
    return Script.at(text, at) == Script.LATIN ? latinEnd(text, at) : japaneseEnd(text, at);
  }

  private static int latinEnd(String text, int at) {
    int first = Script.endOf(text, at, LONGEST_SURNAME + 1);
    int next = first < text.length() && " ,".indexOf(text.charAt(first)) >= 0 ? first + 1 : first;
    next += next < text.length() && next > first && text.charAt(next) == ' ' ? 1 : 0;
    int second = Script.endOf(text, next, LONGEST_SURNAME + 1);
    if (next == first || Script.at(text, next) != Script.LATIN) {
      return at;
    }
    return NameLexicon.isLatinName(text.substring(at, first), text.substring(next, second))
        ? second
        : at;
  }

  private static int japaneseEnd(String text, int at) {
    int surname = NameLexicon.SURNAMES.longestAt(text, at, 5);
    for (int n = surname; n > 0; n--) {
      int end =
          NameLexicon.SURNAMES.contains(text.substring(at, at + n))
              ? withGiven(text, at, at + n)
              : at;
      if (end > at) {
        return end;
      }
    }
    boolean fresh = Script.at(text, at - 1) != Script.KANJI && Script.at(text, at) == Script.KANJI;
    int unlisted = fresh ? Script.endOf(text, at, 4) : at;
    if (unlisted - at >= 2 && unlisted < text.length() && text.charAt(unlisted) == ' ') {
      int given =
          Script.at(text, unlisted + 1) == Script.KANJI ? listedGiven(text, unlisted + 1, 2) : 0;
      return given > 0
              && isStrongRight(text, given)
              && !NameLexicon.isOrdinary(text.substring(at, unlisted))
          ? given
          : at;
    }
    return at;
  }

  private static int withGiven(String text, int at, int surnameEnd) {
    boolean blank = surnameEnd < text.length() && " ・=".indexOf(text.charAt(surnameEnd)) >= 0;
    int from = blank ? surnameEnd + 1 : surnameEnd;
    Script script = Script.at(text, from);
    boolean leftOpen =
        Script.at(text, at - 1) != Script.at(text, at) || (blank && isAfterParticle(text, at));
    if (script == Script.OTHER || script == Script.LATIN || !fitsSurname(text, at, script)) {
      return at;
    }
    int listed = listedGiven(text, from, script == Script.KANJI ? 1 : 2);
    boolean certain = script == Script.KANJI && listed - from >= 2 && surnameEnd - at >= 2;
    boolean tooShort = !blank && listed - at < 3;
    if (listed > 0
        && !tooShort
        && !isKept(text, from, listed)
        && (leftOpen || certain)
        && (isRight(text, listed, script) || isLongKana(text, at, listed, blank, script))) {
      return listed;
    }
    return leftOpen && script == Script.KANJI ? shaped(text, at, surnameEnd, from) : at;
  }

  /** Carriers side by side (佐川・ヤマト) and shops (マツモトキヨシ) are no names of persons. */
  private static boolean isKept(String text, int from, int end) {
    return NameLexicon.NOT_NAMES.contains(text.substring(from, end));
  }

  private static boolean fitsSurname(String text, int at, Script given) {
    Script surname = Script.at(text, at);
    return surname == Script.KANJI || surname == given;
  }

  private static boolean isRight(String text, int end, Script script) {
    return switch (script) {
      case KANJI, KATAKANA -> Script.at(text, end) != script || isStrongRight(text, end);
      default -> isStrongRight(text, end);
    };
  }

  /** Two listed words in hiragana that are apart, or long, stand before a particle, too. */
  private static boolean isLongKana(String text, int at, int end, boolean blank, Script script) {
    return script == Script.HIRAGANA
        && (blank || end - at >= 5)
        && PARTICLE.matcher(text).region(end, text.length()).lookingAt();
  }

  /** A given name that is not listed but has the shape of one. */
  private static int shaped(String text, int at, int surnameEnd, int from) {
    int end = Script.endOf(text, from, 4);
    String given = text.substring(from, end);
    boolean blank = from > surnameEnd;
    boolean shape =
        given.length() <= 3
            && !NameLexicon.isOrdinary(given)
            && (blank || (given.length() >= 2 && NameLexicon.hasGivenEnding(given)))
            && ((blank && text.charAt(surnameEnd) != '・')
                || !NameLexicon.AMBIGUOUS.contains(text.substring(at, surnameEnd)));
    return shape && isStrongRight(text, end) ? end : at;
  }

  private static int listedGiven(String text, int from, int fewest) {
    int n = NameLexicon.GIVEN_NAMES.longestAt(text, from, LONGEST_GIVEN);
    return n >= fewest ? from + n : 0;
  }

  private static boolean isStrongRight(String text, int at) {
    return at >= text.length()
        || text.charAt(at) == FoldedText.TAG
        || STRONG_RIGHT.matcher(text).region(at, Math.min(text.length(), at + 4)).lookingAt();
  }
}
