package io.koe.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in the plain spelling the rules read, with the way back to the original: {@code ０９０ー１２３４},
 * {@code 〇九〇の一二三四} and {@code 0\u200B90-1234} all read {@code 090-1234}. A stand-in such as {@code
 * <EMAIL>} that is already in the text becomes one {@link #TAG} character, which no rule matches,
 * so that masking twice is masking once.
 */
final class FoldedText {
  /** Stands for a stretch that is masked already. */
  static final char TAG = '\uE000';

  private static final Pattern TAGS = Pattern.compile(tagPattern());
  private static final String KANJI_DIGITS = "〇一二三四五六七八九";
  private static final String ZERO = "ゼロ";
  private static final int FEWEST_NUMBER_DIGITS = 7;
  private static final int FEWEST_KANJI_DIGITS = 3;

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;
  private int digits;
  private int letters;
  private final String text;
  private final CharacterPairs pairs;

  private FoldedText(String original) {
    int capacity = original.length() + 16;
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    fold(original);
    unifyDigits();
    text = new String(chars, 0, length);
    pairs = new CharacterPairs(text);
    for (int i = 0; i < length; i++) {
      digits += isDigit(chars[i]) ? 1 : 0;
      letters += isLetter(chars[i]) ? 1 : 0;
    }
  }

  static FoldedText of(String original) {
    return new FoldedText(original);
  }

  String text() {
    return text;
  }

  /** How many ASCII digits the folded text has; few digits spare the number rules their work. */
  int digits() {
    return digits;
  }

  /** How many ASCII letters the folded text has. */
  int letters() {
    return letters;
  }

  boolean has(char c) {
    return text.indexOf(c) >= 0;
  }

  /** Whether any of the words may occur; false when none does. */
  boolean mayHave(Words words) {
    return words.mayBeIn(text, pairs);
  }

  /** Where in the original the folded character begins. */
  int originalStart(int position) {
    return starts[position];
  }

  /** Where in the original the folded character ends. */
  int originalEnd(int position) {
    return ends[position];
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private void fold(String original) {
    Matcher tags = original.indexOf('<') >= 0 ? TAGS.matcher(original) : null;
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      if (c == '<' && tags != null && tags.region(i, original.length()).lookingAt()) {
        append(TAG, i, tags.end());
        i = tags.end();
      } else if (c == ZERO.charAt(0) && isZero(original, i)) {
        append('0', i, i + ZERO.length());
        i += ZERO.length();
      } else if (Character.isHighSurrogate(c)) {
        i += foldCodePoint(original, i);
      } else {
        foldChar(c, i);
        i++;
      }
    }
  }

  /** The word for 0 beside another digit: ゼロ九ゼロ. */
  private boolean isZero(String original, int at) {
    int after = at + ZERO.length();
    return original.startsWith(ZERO, at)
        && ((length > 0 && isDigitLike(chars[length - 1]))
            || (after < original.length() && isDigitLike(CharFold.fold(original.charAt(after)))));
  }

  private void foldChar(char c, int at) {
    if (CharFold.vanishes(c)) {
      return;
    }
    if (c == 'ﾞ' || c == 'ﾟ' || c == '\u3099' || c == '\u309A') {
      voice(c == 'ﾞ' || c == '\u3099' ? '\u3099' : '\u309A', at);
    } else if (CharFold.expands(c)) {
      appendAll(CharFold.expansion(c), at, at + 1);
    } else {
      append(CharFold.fold(c), at, at + 1);
    }
  }

  /** Joins a sound mark to the kana before it: ｶﾞ is ガ. */
  private void voice(char mark, int at) {
    if (length > 0 && starts[length - 1] < at) {
      String joined =
          Normalizer.normalize(
              new String(new char[] {chars[length - 1], mark}), Normalizer.Form.NFC);
      if (joined.length() == 1) {
        chars[length - 1] = joined.charAt(0);
        ends[length - 1] = at + 1;
      }
    }
  }

  private int foldCodePoint(String original, int at) {
    int width = Character.charCount(original.codePointAt(at));
    String point = original.substring(at, at + width);
    appendAll(Normalizer.normalize(point, Normalizer.Form.NFKC), at, at + width);
    return width;
  }

  private void appendAll(String folded, int start, int end) {
    for (int i = 0; i < folded.length(); i++) {
      append(folded.charAt(i), start, end);
    }
  }

  private void append(char c, int start, int end) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  /** Reads kanji digits in long numbers as digits, and ー and 一 between digits as dashes. */
  private void unifyDigits() {
    int i = 0;
    while (i < length) {
      if (isDigitLike(chars[i])) {
        int end = numberEnd(i);
        unifyRun(i, end);
        i = end;
      } else {
        i++;
      }
    }
  }

  private int numberEnd(int start) {
    int end = start + 1;
    for (int i = end; i < length && i - end < 2; i++) {
      if (isDigitLike(chars[i])) {
        end = i + 1;
      } else if (" -ー.・の()_/\n".indexOf(chars[i]) < 0) {
        return end;
      }
    }
    return end;
  }

  private void unifyRun(int start, int end) {
    int all = 0;
    int kanji = 0;
    for (int i = start; i < end; i++) {
      if (i > start && i + 1 < end && isDash(i)) {
        chars[i] = '-';
      }
      all += isDigitLike(chars[i]) ? 1 : 0;
      kanji += KANJI_DIGITS.indexOf(chars[i]) > 0 ? 1 : 0;
    }
    if (kanji >= FEWEST_KANJI_DIGITS && all >= FEWEST_NUMBER_DIGITS) {
      for (int i = start; i < end; i++) {
        int digit = chars[i] == '零' ? 0 : KANJI_DIGITS.indexOf(chars[i]);
        chars[i] = digit >= 0 ? (char) ('0' + digit) : chars[i];
      }
    }
  }

  /** ー between digits of any sort, and 一 between ASCII digits. */
  private boolean isDash(int i) {
    return switch (chars[i]) {
      case 'ー' -> isDigitLike(chars[i - 1]) && isDigitLike(chars[i + 1]);
      case '一' -> isDigit(chars[i - 1]) && isDigit(chars[i + 1]);
      default -> false;
    };
  }

  private static boolean isDigitLike(char c) {
    return isDigit(c) || c == '零' || KANJI_DIGITS.indexOf(c) >= 0;
  }

  private static String tagPattern() {
    StringBuilder kinds = new StringBuilder("<(?:(?:ITEM|USER):[a-z2-7]{26}");
    for (PiiKind kind : PiiKind.values()) {
      kinds.append('|').append(kind.name());
    }
    return kinds.append(")>").toString();
  }
}
