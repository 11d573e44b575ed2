package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PiiMaskerTest {
  private static final List<String> PIECES =
      List.of(
          "山田",
          "太郎",
          "さん",
          "様",
          "と申します",
          "氏名：",
          "090",
          "-",
          "1234",
          " ",
          "\n",
          "5678",
          "の",
          "東京都渋谷区",
          "神南",
          "1丁目",
          "@",
          "example.jp",
          "taro",
          "<NAME>",
          "<EMAIL",
          ">",
          "口座",
          "普通",
          "円",
          "👨‍👩‍👧",
          "ｶﾞ",
          "\u200B",
          "一",
          "〇",
          "ー",
          "(",
          ")",
          "パスワードは",
          "https://",
          "/",
          "m12345678901",
          ",",
          "2026",
          "です",
          "\uD83D",
          "\uE000",
          "＋",
          "名義は",
          "銀行",
          "支店",
          "生まれ",
          "LINE ID",
          "[at]",
          "。",
          "番",
          "号");

  private final PiiMasker masker = new PiiMasker();

  @Test
  void maskingTwiceIsMaskingOnce() {
    Random random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String once = masker.mask(text.toString());
      assertEquals(once, masker.mask(once), () -> "text: " + text);
    }
  }

  @Test
  void theRestOfTheTextStaysAsItWas() {
    assertEquals(
        "Ｆｕｌｌ　ｗｉｄｔｈ 👨‍👩‍👧 ｶﾞ <PHONE> ①㈱",
        masker.mask("Ｆｕｌｌ　ｗｉｄｔｈ 👨‍👩‍👧 ｶﾞ 090-1234-5678 ①㈱"));
  }

  @Test
  void countsSayHowManyOfEachKindWereMasked() {
    MaskedText masked = masker.maskCounting("山田太郎です。090-1234-5678か03-1234-5678、taro@example.jp");
    assertEquals(Map.of(PiiKind.NAME, 1, PiiKind.PHONE, 2, PiiKind.EMAIL, 1), masked.counts());
    assertTrue(masker.maskCounting("特になし").counts().isEmpty());
  }

  @Test
  void nothingStaysNothing() {
    assertNull(masker.mask(null));
    assertEquals("", masker.mask(""));
  }
}
