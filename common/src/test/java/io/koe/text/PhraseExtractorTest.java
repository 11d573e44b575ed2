package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseExtractorTest {
  private final PhraseExtractor extractor = new PhraseExtractor();

  @Test
  void aNounGoesWithItsPredicateInPlainForm() {
    assertEquals(List.of("本人確認が通らない"), texts("本人確認が全く通りませんでした。"));
    assertEquals(List.of("荷物が届かない"), texts("荷物がまだ届いていません"));
    assertEquals(List.of("写真が消える"), texts("写真が消えてしまいました"));
    assertEquals(List.of("送料が高い"), texts("送料が高いです"));
  }

  @Test
  void whatIsWantedOrRefusedIsANeed() {
    assertEquals(
        List.of(
            new Phrase("注文をキャンセルしたい", "注文|キャンセルしたい", Phrase.Kind.NEED),
            new Phrase("キャンセルしたい", "キャンセルしたい", Phrase.Kind.NEED)),
        List.copyOf(extractor.phrases("注文をキャンセルしたいです")));
    assertEquals(List.of("ログインできない"), texts("ログインできません"));
    assertEquals(List.of("返信がない"), texts("返信がありません"));
    assertEquals(
        List.of(new Phrase("利用しない", "利用しない", Phrase.Kind.ACTION)),
        List.copyOf(extractor.phrases("利用しません")));
    assertEquals(List.of("出品者が発送してくれない", "発送してくれない"), texts("出品者が発送してくれません"));
    assertEquals(List.of("アカウントが制限される", "制限される"), texts("アカウントが制限されています"));
  }

  @Test
  void whatIsSetApartFromOthersIsHalfOfWhatIsMeant() {
    assertEquals(List.of(), texts("再起動は試しました"));
    assertEquals(List.of("返信はない"), texts("返信はありません"));
    assertEquals(List.of(), texts("評価はしません"));
  }

  @Test
  void twoNounsJoinedByNoAreAPhrase() {
    assertEquals(List.of("売上金の振込申請"), texts("売上金の振込申請について"));
  }

  @Test
  void nothingIsJoinedOverMaskedDataOrNames() {
    assertTrue(texts("電話番号<PHONE>が届かない").stream().noneMatch(t -> t.contains("PHONE")));
    assertEquals(List.of(), texts("<NAME>に連絡"));
    assertEquals(List.of(), texts("田中が届かない"));
    assertEquals(List.of("SMSが届かない"), texts("SMSが届きません"));
  }

  private List<String> texts(String text) {
    return extractor.phrases(text).stream().map(Phrase::text).toList();
  }
}
