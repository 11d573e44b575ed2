package io.koe.report.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Wording JAPANESE = Wording.of(Language.JA);
  private static final Wording ENGLISH = Wording.of(Language.EN);

  @Test
  void bothLanguagesHaveTheSameWordsButTheTitlesOfRules() {
    // The rules' file has their Japanese titles.
    Set<String> english = new TreeSet<>(ENGLISH.keys());
    english.removeIf(key -> key.startsWith("rule.") && !JAPANESE.keys().contains(key));
    assertEquals(new TreeSet<>(JAPANESE.keys()), english);
  }

  @Test
  void bothLanguagesTakeTheSameParts() {
    for (String key : JAPANESE.keys()) {
      assertEquals(parts(JAPANESE, key), parts(ENGLISH, key), key);
    }
  }

  @Test
  void aKeyWithoutWordsIsAnErrorAndAnIdWithoutANameIsPrinted() {
    assertThrows(IllegalArgumentException.class, () -> JAPANESE.say("nothing.said"));
    assertEquals("bpo_alpha", JAPANESE.name("office", "bpo_alpha"));
  }

  @Test
  void numbersReadAsTheLanguagesReadersWriteThem() {
    assertEquals("1.2万", JAPANESE.numbers().shortCount(12_345));
    assertEquals("12.3k", ENGLISH.numbers().shortCount(12_345));
    assertEquals("9,876", JAPANESE.numbers().shortCount(9_876));
    assertEquals("1.2億", JAPANESE.numbers().shortCount(123_456_789));
    assertEquals("1.2M", ENGLISH.numbers().shortCount(1_234_567));
    assertEquals("70.0〜74.0%", JAPANESE.numbers().percentRange(0.7, 0.74));
    assertEquals("70.0–74.0%", ENGLISH.numbers().percentRange(0.7, 0.74));
    assertEquals("42分", JAPANESE.numbers().hours(0.7));
    assertEquals("3.4 h", ENGLISH.numbers().hours(3.42));
    assertEquals("－", JAPANESE.numbers().percent(Double.NaN));
    assertEquals("−5", ENGLISH.numbers().signed(-5));
    assertEquals("3.10×", ENGLISH.numbers().ratio(3.1));
    assertEquals("4.21", ENGLISH.numbers().decimal(4.213));
    assertEquals("0.10", ENGLISH.numbers().decimal(0.1));
    assertEquals("0.0028", ENGLISH.numbers().decimal(0.00283));
    assertEquals("0.00", ENGLISH.numbers().decimal(0));
  }

  private static long parts(Wording wording, String key) {
    return wording.say(key).split("%[sd]", -1).length;
  }
}
