package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = new Words(List.of("山", "山田", "山田屋", "口座番号"));

  @Test
  void theLongestWordAtAPlaceThatThereIsRoomFor() {
    assertEquals(3, words.longestAt("山田屋です", 0, 16));
    assertEquals(2, words.longestAt("山田屋です", 0, 2));
    assertEquals(1, words.longestAt("山田屋です", 0, 1));
    assertEquals(2, words.longestAt("小山田", 1, 16));
    assertEquals(1, words.longestAt("小山", 1, 16));
    assertEquals(0, words.longestAt("口座番", 0, 16));
    assertEquals(0, words.longestAt("", 0, 16));
  }

  @Test
  void aStretchIsAWordOrEndsInOne() {
    assertTrue(words.contains("小山田屋", 1, 3));
    assertFalse(words.contains("小山田屋", 0, 3));
    assertFalse(words.contains("口座番号", 0, 3));
    assertFalse(words.contains("山", 0, 0));
    assertTrue(words.anyEnds("小山田"));
    assertTrue(words.anyEnds("口座番号", 0, 4));
    assertFalse(words.anyEnds("口座番号", 1, 4));
    assertFalse(words.anyEnds("口座番号です"));
    assertFalse(words.anyEnds(""));
  }

  @Test
  void aTextWithoutTheFirstTwoCharactersOfAnyWordHasNone() {
    assertTrue(mayBeIn("口座番号は"));
    assertTrue(mayBeIn("口座"));
    assertTrue(mayBeIn("あの山"));
    assertFalse(mayBeIn("座口番号"));
    assertFalse(mayBeIn("口"));
    assertFalse(mayBeIn(""));
  }

  private boolean mayBeIn(String text) {
    return words.mayBeIn(text, new CharacterPairs(text));
  }
}
