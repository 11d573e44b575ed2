package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class JapaneseNormalizerTest {
  @Test
  void widthsAndHalfWidthKanaAreUnified() {
    assertEquals("メルカリ ガ ABC123 (株)", JapaneseNormalizer.normalize("ﾒﾙｶﾘ　ｶﾞ　ＡＢＣ１２３ ㈱"));
  }

  @Test
  void lineEndsAndBlanksAreUnified() {
    assertEquals(
        "a\nb\nc\n\nd e", JapaneseNormalizer.normalize("  a \r\nb\rc\u2028\n\t d \t e \n"));
  }

  @Test
  void shapelessCharactersGo() {
    assertEquals("abcdef", JapaneseNormalizer.normalize("a\u200Bb\u202Ec\u0000d\uFEFFe\u200Df"));
  }

  @Test
  void emojiSequencesStayWhole() {
    assertEquals("👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥", JapaneseNormalizer.normalize("👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥"));
  }

  @Test
  void normalisingTwiceIsNormalisingOnce() {
    String once = JapaneseNormalizer.normalize("ﾊﾟ\u3099　①½ \r 👍🏽\u200D x");
    assertEquals(once, JapaneseNormalizer.normalize(once));
    assertNull(JapaneseNormalizer.normalize(null));
  }
}
