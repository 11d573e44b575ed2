package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberMaskTest {
  private final PiiMasker masker = new PiiMasker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "090-1234-5678",
        "09012345678",
        "090 1234 5678",
        "０９０－１２３４－５６７８",
        "０９０ー１２３４ー５６７８",
        "090‐1234‑5678",
        "090.1234.5678",
        "090･1234･5678",
        "090_1234_5678",
        "090の1234の5678",
        "090(1234)5678",
        "(03) 1234-5678",
        "（０３）１２３４－５６７８",
        "+81-90-1234-5678",
        "+81 (0)90 1234 5678",
        "090\n1234\n5678",
        "0\u200B90-12\u200B34-5678",
        "〇九〇-一二三四-五六七八",
        "〇九〇の一二三四の五六七八",
        "零九〇一二三四五六七八",
        "090一1234一5678",
        "0️⃣9️⃣0️⃣-1234-5678",
        "𝟎𝟗𝟎-𝟏𝟐𝟑𝟒-𝟓𝟔𝟕𝟖",
        "0120-123-456",
        "0 9 0 1 2 3 4 5 6 7 8",
        "090/1234/5678",
        "090,1234,5678"
      })
  void aTelephoneNumberIsMaskedHoweverItIsSpelled(String number) {
    assertEquals("電話は<PHONE>まで", masker.mask("電話は" + number + "まで"));
    assertEquals("<PHONE>", masker.mask(number));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          カード番号4111111111111111で,カード番号<CARD>で
          4111 1111 1111 1111,<CARD>
          ４１１１－１１１１－１１１１－１１１１,<CARD>
          VISA 4111.1111.1111.1112です,VISA <CARD>です
          3782-822463-10005,<CARD>
          マイナンバー123456789012,マイナンバー<MY_NUMBER>
          個人番号は１２３４ ５６７８ ９０１２です,個人番号は<MY_NUMBER>です
          追跡番号は1234-5678-9012です,追跡番号は<TRACKING>です
          伝票番号：４０１２３４５６７８９０,伝票番号：<TRACKING>
          お問い合わせ番号 12345678901,お問い合わせ番号 <TRACKING>
          〒150-0041,〒<POSTAL_CODE>
          郵便番号は１５０００４１です,郵便番号は<POSTAL_CODE>です
          150ー0041に住んで,<POSTAL_CODE>に住んで
          注文12345678の件,注文<NUM>の件
          会員id A1234567,会員id <USER>
          口座は普通 1234567 名義,口座は普通 <BANK_ACCOUNT> 名義
          口座番号：12-34567,口座番号：<BANK_ACCOUNT>
          みずほ銀行渋谷支店 普通 １２３４５６７,みずほ銀行<BANK_ACCOUNT> 普通 <BANK_ACCOUNT>
          記号12345 番号12345678,記号<BANK_ACCOUNT> 番号<BANK_ACCOUNT>
          """)
  void otherNumbersGetTheLabelOfTheirCueOrShape(String text, String masked) {
    assertEquals(masked, masker.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10,000,000円でした",
        "10000000円でした",
        "¥12345678",
        "1234567ポイント",
        "2026-10-01に届き",
        "2026/10/01 12:30",
        "20261001に購入",
        "2026年10月1日",
        "2019-2020年",
        "10/1 10/2 10/3 10/4",
        "バージョン10.0.19041.1234",
        "iOS 17.5.1.2024",
        "1 2 3 4 5 6 7 8 9",
        "000-0000",
        "エラーコード 2051207",
        "価格は3000円と4500円"
      })
  void amountsDatesAndVersionsStay(String text) {
    assertEquals(text, masker.mask(text));
  }

  @Test
  void aWrongCheckDigitChangesTheLabelOnly() {
    assertEquals("<CARD>", masker.mask("4111111111111111"));
    assertEquals("<NUM>", masker.mask("4111111111111112"));
  }

  @Test
  void anItemIdBecomesAPseudonymThatCanBeJoined() {
    assertEquals("<ITEM>です", masker.mask("m12345678901です"));
    assertEquals(
        "https://example.jp/<ITEM>", masker.mask("https://example.jp/item/m12345678901?a=1"));
    assertFalse(masker.mask("am12345678901").contains("12345678901"));
  }
}
