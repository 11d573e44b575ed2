package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDetailsTest {
  private final PiiMasker masker = new PiiMasker();
  private final OwnDetails own =
      new OwnDetails.Builder()
          .name("小鳥遊 さくら")
          .name("タカナシ サクラ")
          .name("Sakura Takanashi")
          .email("sakura.t@example.jp")
          .phone("090-0123-4567")
          .address("〒150-0041 東京都渋谷区神南1-2-3 メゾン桜203")
          .build();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          昨日小鳥遊さくらが送りました,昨日<NAME>が送りました
          小鳥遊から返事がない,<NAME>から返事がない
          ﾀｶﾅｼ　ｻｸﾗで登録,<NAME>で登録
          たかなしさくらで登録,<NAME>で登録
          SAKURA TAKANASHIと書いた,<NAME>と書いた
          sakura . t ＠ example . jpです,<EMAIL>です
          神南１ー２ー３、メゾン桜203の件,<ADDRESS>の件
          """)
  void whatIsKnownOfThePersonIsMaskedHoweverItIsSpelled(String text, String masked) {
    assertEquals(masked, masker.mask(text, own));
    assertEquals(masked, masker.mask(masked, own));
  }

  @ParameterizedTest
  @ValueSource(strings = {"サクランボが届かない", "東京都渋谷区に発送", "さくらんぼ", "特になし", ""})
  void otherWordsStay(String text) {
    assertEquals(text, masker.mask(text, own));
  }

  @ParameterizedTest
  @ValueSource(strings = {"小鳥遊さくらが送りました", "特になし"})
  void nothingKnownChangesNothing(String text) {
    OwnDetails nothing =
        new OwnDetails.Builder().name(null).email(" ").phone("").address(null).build();
    assertEquals(masker.mask(text), masker.mask(text, nothing));
  }
}
