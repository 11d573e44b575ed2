package io.koe.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which words are names of persons, in kanji, kana and Latin letters, from the word lists beside
 * this class.
 */
final class NameLexicon {
  static final Words SURNAMES;
  static final Words GIVEN_NAMES;
  static final Words AMBIGUOUS = Words.load("ambiguous-surnames.txt");
  static final Words NOT_NAMES = Words.load("not-names.txt");
  static final Words NOT_NAME_PARTS = Words.load("not-name-parts.txt");
  private static final String GIVEN_ENDINGS =
      "子美香奈代恵江枝太郎朗介助輔平也哉人斗翔男夫雄郎一二三司史志治樹輝之彦弘広浩義信明晴菜花華希紀織音乃穂帆央愛衣里理莉織実未海月空真馬磨吾悟";

  private static final Pattern BETWEEN = Pattern.compile("[ .,・=]+");
  private static final String[] NO_WORDS = {};

  /** Hepburn spellings, two syllables and more. */
  private static final Pattern SYLLABLES =
      Pattern.compile(
          "(?:(?:[kgszjtdnhbpmyrwf]|[kgnhbpmr]y|sh|ch|ts|kk|tt|ss|pp|tch)?[aiueo]h?|n(?![aiueo])|m(?=[bpm])){2,8}+");

  static {
    SURNAMES = spellings("surnames.txt");
    GIVEN_NAMES = spellings("given-names.txt");
  }

  private NameLexicon() {}

  /** A surname, or a surname and a given name, or a given name of two characters and more. */
  static boolean isPerson(String candidate) {
    String name = candidate.toLowerCase(Locale.ROOT);
    return !NOT_NAMES.contains(candidate)
        && (SURNAMES.contains(name)
            || (name.length() > 1 && GIVEN_NAMES.contains(name))
            || isLatinName(candidate)
            || fullNameLength(name) == name.length());
  }

  /**
   * A listed surname in kana with more kana after it that can be a given name: {@code クボタシンノスケ}.
   */
  static boolean isKanaName(String candidate) {
    int surname = SURNAMES.longestAt(candidate, 0, 5);
    int given = candidate.length() - surname;
    return surname >= 2
        && given >= 2
        && given <= 6
        && surname + given >= 5
        && !isOrdinary(candidate);
  }

  /** Two words in Latin letters: one listed, the other in the syllables of Japanese. */
  static boolean isLatinName(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    boolean known =
        (SURNAMES.contains(a) && (GIVEN_NAMES.contains(b) || isCapital(one, other)))
            || (SURNAMES.contains(b) && (GIVEN_NAMES.contains(a) || isCapital(one, other)))
            || ((GIVEN_NAMES.contains(a) || GIVEN_NAMES.contains(b)) && isCapital(one, other));
    return known && SYLLABLES.matcher(a).matches() && SYLLABLES.matcher(b).matches();
  }

  private static boolean isLatinName(String candidate) {
    String[] words = Script.at(candidate, 0) == Script.LATIN ? BETWEEN.split(candidate) : NO_WORDS;
    return words.length == 2 && isLatinName(words[0], words[1]);
  }

  private static boolean isCapital(String one, String other) {
    return Character.isUpperCase(one.charAt(0)) && Character.isUpperCase(other.charAt(0));
  }

  /** A surname that is no everyday word, alone or with a given name. */
  static boolean isUnmistakable(String candidate) {
    return !AMBIGUOUS.contains(candidate)
        && !NOT_NAMES.contains(candidate)
        && ((candidate.length() > 1 && SURNAMES.contains(candidate.toLowerCase(Locale.ROOT)))
            || fullNameLength(candidate.toLowerCase(Locale.ROOT)) == candidate.length());
  }

  /** Whether the words begin with a surname and hold nothing that betrays an ordinary word. */
  static boolean isLikely(String candidate) {
    String joined = candidate.replace(" ", "");
    return isPerson(candidate)
        || (!isOrdinary(joined)
            && (SURNAMES.longestAt(joined.toLowerCase(Locale.ROOT), 0, 5) > 0
                || (joined.length() >= 3 && hasGivenEnding(joined))
                || candidate.indexOf(' ') > 0));
  }

  /** Whether a candidate is, ends in or holds a word that is no name. */
  static boolean isOrdinary(String candidate) {
    return NOT_NAMES.anyEnds(candidate) || NOT_NAME_PARTS.anyIn(candidate);
  }

  static boolean hasGivenEnding(String name) {
    return !name.isEmpty() && GIVEN_ENDINGS.indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  /** Length of surname, blank if any, and given name that fill the start of the text; or 0. */
  private static int fullNameLength(String text) {
    for (int n = Math.min(5, text.length() - 1); n > 0; n--) {
      if (SURNAMES.contains(text, 0, n)) {
        int given = n < text.length() && " ・=".indexOf(text.charAt(n)) >= 0 ? n + 1 : n;
        if (GIVEN_NAMES.contains(text, given, text.length())) {
          return text.length();
        }
      }
    }
    return 0;
  }

  /** The form that folded text has. */
  private static String common(String name) {
    StringBuilder common = new StringBuilder(name);
    for (int i = 0; i < common.length(); i++) {
      common.setCharAt(i, CharFold.fold(common.charAt(i)));
    }
    return common.toString();
  }

  private static Words spellings(String list) {
    Set<String> spellings = new HashSet<>();
    for (String line : WordList.load(list)) {
      String[] parts = line.split(" ", 2);
      String reading = parts[parts.length - 1];
      spellings.add(common(parts[0]));
      if (reading.length() > 1) {
        spellings.add(reading);
        spellings.add(Kana.katakana(reading));
        Kana.latin(reading).stream().filter(s -> s.length() > 2).forEach(spellings::add);
      }
    }
    return new Words(List.copyOf(spellings));
  }
}
