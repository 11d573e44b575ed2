package io.koe.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SnippetTest {
  @Test
  void theLongestTermStandsInItsContextAndTheTextGoesOnWhereItIsCut() {
    String text = "あ".repeat(40) + "匿名配送で発送" + "い".repeat(40);
    assertEquals(
        "…" + "あ".repeat(28) + "【匿名配送】で発送" + "い".repeat(25) + "…",
        new Snippet(Set.of("発送", "匿名配送")).of(text));
  }

  @Test
  void aVerbIsFoundInAnyForm() {
    assertEquals("まだ【届】きません", new Snippet(Set.of("届く", "届かない")).of("まだ届きません"));
  }

  @Test
  void latinLettersAreFoundInEitherCase() {
    assertEquals("【QR】コード", new Snippet(Set.of("qr")).of("QRコード"));
  }

  @Test
  void aTextWithoutAnyOfTheWordsBeginsAtItsBeginning() {
    assertEquals("a".repeat(56) + "…", new Snippet(Set.of("返金")).of("a".repeat(60)));
  }

  @Test
  void noCharacterIsCutInHalf() {
    String emoji = "🐶".repeat(20);
    assertEquals("…" + "🐶".repeat(14) + "【返金】", new Snippet(Set.of("返金")).of(emoji + "返金"));
  }

  @Test
  void linesBecomeOne() {
    assertEquals("発送 【返金】 済", new Snippet(Set.of("返金")).of("発送\n返金\r\n済"));
  }
}
