package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private final PiiMasker masker = new PiiMasker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taro.yamada@example.jp",
        "taro＠example.co.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
        "taro @ example.jp",
        "taro[at]example.jp",
        "taro(アット)example(dot)jp",
        "taro+tag@mail.example.ne.jp",
        "taro\u200B@example.jp",
        "taro..y.@docomo.example.jp"
      })
  void anEmailAddressIsMaskedHoweverItIsSpelled(String address) {
    assertEquals("メールは<EMAIL>です", masker.mask("メールは" + address + "です"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          生年月日は1990年1月2日です,生年月日は<BIRTHDAY>です
          誕生日：昭和60.3.4,誕生日：<BIRTHDAY>
          1990/1/2生まれ,<BIRTHDAY>生まれ
          生年月日 19900102,生年月日 <BIRTHDAY>
          パスワードはabc12345です,パスワードは<PASSWORD>です
          password: hogehoge,password: <PASSWORD>
          認証番号は123456でした,認証番号は<PASSWORD>でした
          暗証番号１２３４,暗証番号<PASSWORD>
          LINE IDはtaro_123です,LINE IDは<LINE_ID>です
          インスタ：＠hanako.y,インスタ：<LINE_ID>
          203.0.113.7から,<IP>から
          2001:db8::1から,<IP>から
          https://example.jp/mypage?token=abc,https://example.jp/<URL_PATH>
          """)
  void otherPersonalDataIsMaskedBesideItsCue(String text, String masked) {
    assertEquals(masked, masker.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "パスワードを忘れました",
        "認証番号が届かない",
        "パスワードは8文字以上",
        "昭和31年生まれの60才",
        "@gmail.comが使えない",
        "CPU T3100 @ 1.90GHz",
        "https://example.jp/ を見た",
        "単価@500円",
        "Windows 10.0.0.1"
      })
  void talkAboutSecretsStays(String text) {
    assertEquals(text, masker.mask(text));
  }
}
