package io.koe.text.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTrieTest {
  @Test
  void everyWordHasItsNumberAndNothingElseHasOne() {
    WordTrie trie = WordTrieBuilder.build(List.of("あ", "ああい", "あい", "いあ"));
    assertEquals(4, trie.words());
    assertEquals(0, number(trie, "あ"));
    assertEquals(1, number(trie, "ああい"));
    assertEquals(2, number(trie, "あい"));
    assertEquals(3, number(trie, "いあ"));
    for (String none : List.of("", "ああ", "い", "ああああ", "いい", "x", "あx", "\u0000", "あい\u0000")) {
      assertEquals(-1, number(trie, none), none);
    }
  }

  @Test
  void noWordsMakeATrieWithoutWords() {
    WordTrie trie = WordTrieBuilder.build(List.of());
    assertEquals(0, trie.words());
    assertEquals(-1, number(trie, "あ"));
  }

  @Test
  void wordsMustBeInOrderAndDistinct() {
    assertThrows(IllegalArgumentException.class, () -> WordTrieBuilder.build(List.of("い", "あ")));
    assertThrows(IllegalArgumentException.class, () -> WordTrieBuilder.build(List.of("あ", "あ")));
    assertThrows(IllegalArgumentException.class, () -> WordTrieBuilder.build(List.of("")));
  }

  @Test
  void theJarHoldsEveryWordOfTheDictionary() throws IOException {
    List<String> words = WordTrieFile.words();
    WordTrie trie = WordTrieFile.load();
    assertEquals(words.size(), trie.words());
    for (int i = 0; i < words.size(); i++) {
      assertEquals(i, number(trie, words.get(i)));
    }
  }

  private static int number(WordTrie trie, String word) {
    long node = WordTrie.ROOT;
    for (int i = 0; i < word.length(); i++) {
      node = trie.step(node, word.charAt(i));
      if (node == 0) {
        return -1;
      }
    }
    return WordTrie.value(node);
  }
}
