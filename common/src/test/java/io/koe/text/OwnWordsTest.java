package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class OwnWordsTest {
  @Test
  void quotedLinesAreLeftOut() {
    assertEquals("まだです。\n待っています", OwnWords.of("まだです。\n> ご確認ください\n>> はい\n待っています"));
  }

  @Test
  void theAnsweredMessageIsLeftOut() {
    assertEquals("まだです", OwnWords.of("まだです\n-----Original Message-----\nお待ちください"));
    assertEquals("まだです", OwnWords.of("まだです\n2026年7月6日(月) 12:00 窓口 <EMAIL>:\nお待ちください"));
    assertEquals("まだです", OwnWords.of("まだです\nOn Mon, Jul 6, 2026 at 12:00 PM desk wrote:\nお待ちください"));
    assertEquals("まだです", OwnWords.of("まだです\n差出人: 窓口\nお待ちください"));
  }

  @Test
  void aSignatureIsLeftOut() {
    assertEquals("返金は?", OwnWords.of("返金は?\n-- \n株式会社サンプル"));
    assertEquals("返金は?", OwnWords.of("返金は?\n==========\n株式会社サンプル\n<PHONE>\n=========="));
  }

  @Test
  void aRuleBetweenParagraphsIsNoSignature() {
    String text = "返金は?\n----------\n二つ目の質問です";
    assertEquals(text, OwnWords.of(text));
  }

  @Test
  void datesAndCommentsOfTheCustomerStay() {
    String text = "2026年7月6日に購入しました\n差額が>100円です";
    assertEquals(text, OwnWords.of(text));
  }

  @Test
  void aTextOfNothingButQuotesStays() {
    assertEquals("> はい\n> いいえ", OwnWords.of("> はい\n> いいえ"));
    assertNull(OwnWords.of(null));
  }
}
