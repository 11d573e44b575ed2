package io.koe.text.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WordReadersTest {
  private static final UserWords USER =
      UserWords.of(
          """
          # surface, segmentation, readings, part of speech
          匿名配送,匿名配送,トクメイハイソウ,カスタム名詞
          匿名,匿名,トクメイ,カスタム名詞
          関西国際空港,関西 国際 空港,カンサイ コクサイ クウコウ,カスタム名詞
          paypay,paypay,ペイペイ,カスタム名詞

          あと払い,あと払い,アトバライ,カスタム名詞
          """);

  private static final Map<UserWords, List<WordReader>> READERS =
      Map.of(UserWords.NONE, readers(UserWords.NONE), USER, readers(USER));

  private final SplittableRandom random = new SplittableRandom(20260401);

  private record Found(Word word, int start, int end) {}

  @Test
  void theWordsAreThoseOfLucene() {
    assertSame("すもももももももものうち", UserWords.NONE);
    assertSame("商品が届いていません。至急、ご確認をお願い致します！", UserWords.NONE);
    assertSame("ﾒﾙｶﾘでＡＢＣ社の㌔数を①まで", UserWords.NONE);
  }

  @Test
  void wordsOfTheUserAreCutAsTheySay() {
    assertSame("関西国際空港から匿名配送でpaypayのあと払い", USER);
    assertEquals(
        List.of("関西", "国際", "空港", "へ", "匿名配送"),
        words(1, "関西国際空港へ匿名配送", USER).stream().map(found -> found.word().surface()).toList());
  }

  @Test
  void anEmptyTextHasNoWords() {
    assertEquals(List.of(), words(1, "", USER));
  }

  @Test
  void longTextsAndLongRunsAreCutAlikeToo() {
    for (int length : new int[] {500, 1023, 1024, 1025, 1500}) {
      for (String one : List.of("あ", "ア", "漢", "a", "。", "7", "匿名", "が", " ", "\uD83D\uDE00")) {
        String text = one.repeat(length / one.length());
        assertSame(text, UserWords.NONE);
        assertSame(text, USER);
      }
    }
  }

  @Test
  void whateverIsWrittenIsCutAlike() throws IOException {
    List<String> known = WordTrieFile.words();
    List<Supplier<String>> pieces =
        List.of(
            () -> known.get(random.nextInt(known.size())),
            () -> known.get(random.nextInt(known.size())),
            () -> prefix(known.get(random.nextInt(known.size()))),
            () -> prefix(List.of("匿名配送", "関西国際空港", "paypay", "あと払い").get(random.nextInt(4))),
            () -> characters('ぁ', 'ゖ'),
            () -> characters('ァ', 'ヿ'),
            () -> characters('\uFF61', '\uFF9F'),
            () -> characters('一', '\u9FFF'),
            () -> characters('!', '~'),
            () -> characters('！', '～'),
            () -> characters('\u0000', '\uFFFF'),
            () -> characters('\u3400', '\u4DBF'),
            () -> Character.toString(random.nextInt(0x1F300, 0x1FAFF)),
            () -> characters('\uD800', '\uDFFF'),
            () -> "か\u3099e\u0301",
            () ->
                List.of("。", "、", "\n", " ", "・", "ー", "々", "〆", "㈱", "①").get(random.nextInt(10)),
            () -> characters('0', '9'),
            () -> characters('ア', 'ア').repeat(random.nextInt(1, 60)));
    for (int i = 0; i < 1500; i++) {
      int length = i % 10 == 0 ? random.nextInt(1500) : random.nextInt(120);
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.append(pieces.get(random.nextInt(pieces.size())).get());
      }
      assertSame(text.toString(), i % 2 == 0 ? USER : UserWords.NONE);
    }
  }

  private String prefix(String word) {
    return word.substring(0, random.nextInt(1, word.length() + 1));
  }

  /** Up to eight characters of a range. */
  private String characters(char first, char last) {
    return random
        .ints(random.nextInt(1, 9), first, last + 1)
        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
        .toString();
  }

  private static List<WordReader> readers(UserWords user) {
    return List.of(Tokenizer.lucene.reader(user), Tokenizer.koe.reader(user));
  }

  private static void assertSame(String text, UserWords user) {
    assertEquals(words(0, text, user), words(1, text, user), text);
  }

  private static List<Found> words(int reader, String text, UserWords user) {
    List<Found> found = new ArrayList<>();
    READERS
        .get(user)
        .get(reader)
        .read(text, (word, start, end) -> found.add(new Found(word, start, end)));
    return found;
  }
}
