package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressMaskTest {
  private final PiiMasker masker = new PiiMasker();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          東京都渋谷区神南1-2-3です,東京都渋谷区<ADDRESS>です
          東京都渋谷区神南１ー２ー３ 神南ハイツ１０１号室,東京都渋谷区<ADDRESS>
          大阪府大阪市北区梅田10-13-4 山田です,大阪府大阪市北区<ADDRESS> <NAME>です
          札幌市中央区北1条西2丁目3番地,札幌市中央区<ADDRESS>
          渋谷区神南一丁目二番三号,渋谷区<ADDRESS>
          渋谷区神南1の2の3,渋谷区<ADDRESS>
          千葉県 市川市 八幡 2-3-4,千葉県 市川市 <ADDRESS>
          埼玉県入間郡三芳町藤久保12番地3,埼玉県入間郡三芳町<ADDRESS>
          茨城県つくば市みどりの1-2-3,茨城県つくば市<ADDRESS>
          神南2丁目3番4号です,<ADDRESS>です
          沖縄県那覇市おもろまち4-1-5,沖縄県那覇市<ADDRESS>
          """)
  void whatIsBelowCityAndWardIsMasked(String text, String masked) {
    assertEquals(masked, masker.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "東京都渋谷区に住んでいます",
        "北海道で一番おいしい",
        "六本木一丁目駅から",
        "発送まで2-3日かかる",
        "市場で1-2個",
        "兵庫県から宮崎県に 発送したいのですが 一番安い方法"
      })
  void placesWithoutAHouseNumberStay(String text) {
    assertEquals(text, masker.mask(text));
  }
}
