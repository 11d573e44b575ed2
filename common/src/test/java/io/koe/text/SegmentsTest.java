package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void sentencesLinesAndNamesOfFieldsStandByThemselves() {
    assertEquals(
        List.of("商品名:", "靴", "内容:", "届きません。", "いつですか?"), pieces("商品名: 靴 内容: 届きません。いつですか?"));
    assertEquals(List.of("【お名前】", "<NAME>", "■ご用件", "返金"), pieces("【お名前】<NAME>\n■ご用件\n返金"));
    assertEquals(List.of("10:30に https://example.jp"), pieces("10:30に https://example.jp\n\n"));
    assertEquals(List.of(), pieces(" \n"));
    assertEquals(List.of(), pieces(null));
  }

  @Test
  void digitsMaskedDataAndPunctuationMakeNoDifference() {
    assertEquals(
        print("キャンペーン第12弾に応募しましたが、当選の連絡が<NAME>に届きません。"),
        print("キャンペーン第3弾に応募しましたが 当選の連絡が<EMAIL>に届きません！"));
    assertNotEquals(print("キャンペーンに応募しましたが当選の連絡が届きません。"), print("キャンペーンに応募しましたが落選の連絡が届きません。"));
  }

  @Test
  void shortSentencesAreAnybodysAndNamesOfFieldsAreNot() {
    assertEquals(0, print("返金してください。"));
    assertNotEquals(0, print("内容:"));
  }

  private static List<String> pieces(String text) {
    return Segments.of(text).stream().map(Segment::text).toList();
  }

  private static long print(String text) {
    return Segments.of(text).get(0).fingerprint();
  }
}
