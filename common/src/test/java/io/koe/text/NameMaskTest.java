package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMaskTest {
  private final PiiMasker masker = new PiiMasker();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          山田 太郎と申します。,<NAME>と申します。
          お世話になります。山田です。,お世話になります。<NAME>です。
          はじめましてやまだはなこと申します,はじめまして<NAME>と申します
          私は毛利と申します,私は<NAME>と申します
          氏名：山田　太郎,氏名：<NAME>
          名義は勅使河原直樹です,名義は<NAME>です
          口座名義 ﾔﾏﾀﾞ ﾀﾛｳ,口座名義 <NAME>
          受取人：タナカ　ハナコ,受取人：<NAME>
          宛名「Taro Yamada」,宛名「<NAME>」
          名前は鈴木さくらです,名前は<NAME>です
          担当の佐々木様から,担当の<NAME>様から
          出品者の鈴木さんが,出品者の<NAME>さんが
          山田　花子さま,<NAME>さま
          タナカ様,<NAME>様
          はなこさんへ,<NAME>さんへ
          John Smith様,<NAME>様
          加藤さくらです,<NAME>です
          小林久美子が受け取り,<NAME>が受け取り
          渡邊 凛空です,<NAME>です
          ヤマダタロウ,<NAME>
          Hanako Sato,<NAME>
          SATO KENTARO,<NAME>
          お客様名: 高橋美咲,お客様名: <NAME>
          """)
  void namesWithACueAreMasked(String text, String masked) {
    assertEquals(masked, masker.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "皆様にお知らせ",
        "お客様の声",
        "出品者様と購入者様",
        "事務局様へ",
        "ヤマトさんと佐川さん",
        "メルカリさん、運営様",
        "業者さんが来た",
        "たくさんあります",
        "名義は本人です",
        "名義は家族名義です",
        "名前は変更できますか",
        "名前は匿名です",
        "同様の仕様で様々な模様",
        "林の中で森の香り",
        "千葉です",
        "問題ないと申し上げた",
        "長々と申し訳ございません",
        "まだ届かないそうです",
        "佐川・ヤマトで発送",
        "星空と北陸と東武線",
        "神奈川県 長野県"
      })
  void ordinaryWordsStay(String text) {
    assertEquals(text, masker.mask(text));
  }
}
