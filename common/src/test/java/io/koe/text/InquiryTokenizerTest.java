package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InquiryTokenizerTest {
  private final InquiryTokenizer tokenizer = new InquiryTokenizer();

  @Test
  void domainWordsStayWholeAndNegatedVerbsBecomeTerms() {
    assertEquals(List.of("匿名配送", "発送", "届く", "届かない"), tokenizer.terms("匿名配送で発送しましたが届きません。"));
    assertEquals(List.of("商品", "届く", "届かない"), tokenizer.terms("商品が届いていない"));
    assertEquals(List.of("ログイン", "ログインできない"), tokenizer.terms("ログインできないのでお願いします。"));
    assertEquals(List.of("ログイン", "ログインできない"), tokenizer.terms("ログインができません"));
  }

  @Test
  void adjacentNounsAreJoinedAsAnAdditionalTerm() {
    assertEquals(List.of("本人確認", "書類", "本人確認書類", "提出", "再提出"), tokenizer.terms("本人確認書類を再提出しました"));
  }

  @Test
  void particlesNumbersSymbolsAndPoliteFormulaeAreDropped() {
    assertEquals(List.of("返金"), tokenizer.terms("お世話になっております。返金を3回お願い致します!! (^^) あ a"));
    assertEquals(List.of(), tokenizer.terms("どうぞよろしくお願いいたします。"));
    assertEquals(List.of(), tokenizer.terms(null));
  }

  @Test
  void maskPlaceholdersAreDropped() {
    assertEquals(List.of("住所", "電話"), tokenizer.terms("住所は<PHONE>と<EMAIL>です。電話して下さい"));
  }

  @Test
  void everyUserDictionaryWordIsOneTermWhateverItsCase() {
    WordFile.text("user-dictionary.csv")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(',')))
        .filter(word -> !word.equals("問い合わせ"))
        .forEach(
            word ->
                assertEquals(
                    List.of(word.toLowerCase(Locale.ROOT)), tokenizer.terms(word + "について")));
  }

  @Test
  void aTokenizerGivesTheSameTermsWhenUsedAgain() {
    String text = "らくらくメルカリ便の追跡番号が消えた";
    List<String> first = tokenizer.terms(text);
    tokenizer.terms("まったく別の文章を入れる");
    assertEquals(first, tokenizer.terms(text));
    assertTrue(first.contains("らくらくメルカリ便"));
  }
}
