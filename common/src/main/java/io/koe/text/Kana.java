package io.koe.text;

import java.util.ArrayList;
import java.util.List;

/** Other spellings of hiragana: katakana, and the Latin letters of passports. */
final class Kana {
  private static final String[] ROWS = {
    "あいうえおa i u e o", "かきくけこka ki ku ke ko", "さしすせそsa shi su se so",
    "たちつてとta chi tsu te to", "なにぬねのna ni nu ne no", "はひふへほha hi fu he ho",
    "まみむめもma mi mu me mo", "らりるれろra ri ru re ro", "がぎぐげごga gi gu ge go",
    "ざじずぜぞza ji zu ze zo", "だぢづでどda ji zu de do", "ばびぶべぼba bi bu be bo",
    "ぱぴぷぺぽpa pi pu pe po", "やゐゆゑよya i yu e yo", "わ・・・をwa - - - o"
  };

  private Kana() {}

  /** {@code たろう → タロウ}. */
  static String katakana(String hiragana) {
    StringBuilder out = new StringBuilder(hiragana);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      out.setCharAt(i, c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
    }
    return out.toString();
  }

  /** Hepburn spellings with long vowels shortened and in full: {@code さとう → sato, satou}. */
  static List<String> latin(String hiragana) {
    StringBuilder full = new StringBuilder();
    for (int i = 0; i < hiragana.length(); i++) {
      append(full, hiragana.charAt(i), i + 1 < hiragana.length() ? hiragana.charAt(i + 1) : ' ');
    }
    String shortened = full.toString().replace("ou", "o").replace("oo", "o").replace("uu", "u");
    List<String> spellings = new ArrayList<>(List.of(full.toString()));
    if (!shortened.contentEquals(full)) {
      spellings.add(shortened);
    }
    return spellings;
  }

  private static void append(StringBuilder out, char kana, char next) {
    int small = "ゃゅょ".indexOf(kana);
    if (small >= 0) {
      glide(out, "auo".charAt(small));
    } else if (kana == 'ん') {
      out.append('n');
    } else if (kana == 'っ') {
      String following = syllable(next);
      out.append(
          following.startsWith("ch")
              ? "t"
              : following.substring(0, Math.min(1, following.length())));
    } else {
      out.append(syllable(kana));
    }
  }

  /** きゃ: ki + ya is kya; しゃ: shi + ya is sha. */
  private static void glide(StringBuilder out, char vowel) {
    if (out.length() > 0) {
      out.setLength(out.length() - 1);
    }
    String stem = out.toString();
    boolean soft = stem.endsWith("sh") || stem.endsWith("ch") || stem.endsWith("j");
    out.append(soft ? "" : "y").append(vowel);
  }

  private static String syllable(char kana) {
    for (String row : ROWS) {
      int column = row.substring(0, 5).indexOf(kana);
      if (column >= 0) {
        return row.substring(5).split(" ", -1)[column];
      }
    }
    return "";
  }
}
