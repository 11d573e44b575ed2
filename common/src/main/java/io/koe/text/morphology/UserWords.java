package io.koe.text.morphology;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.util.CSVUtil;

/**
 * Words that are never cut, as Lucene's {@link UserDictionary} has them: where one begins, the
 * dictionary's own are not looked up, and each costs less than anything else.
 */
public final class UserWords {
  /** No word at all. */
  public static final UserWords NONE = new UserWords("");

  private final UserDictionary dictionary;
  private final WordTrie trie;

  /** By the number of the entry, the words it stands for. */
  private final Word[][] segments;

  private UserWords(String csv) {
    List<String> entries = entries(csv);
    dictionary = dictionary(csv);
    trie = WordTrieBuilder.build(entries);
    segments = new Word[entries.size()][];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = segments(entries.get(i), dictionary.lookupSegmentation(i));
    }
  }

  /**
   * The words of a file in Lucene's format, one entry a line: surface, segmentation, readings, part
   * of speech; {@code #} begins a comment.
   */
  public static UserWords of(String csv) {
    return new UserWords(csv);
  }

  /** For Lucene; null when there is no word. */
  UserDictionary dictionary() {
    return dictionary;
  }

  WordTrie trie() {
    return trie;
  }

  Word[] segments(int entry) {
    return segments[entry];
  }

  /** Lucene numbers the entries in ascending order, too. */
  private static List<String> entries(String csv) {
    return csv.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> CSVUtil.parse(line)[0])
        .sorted()
        .toList();
  }

  private static UserDictionary dictionary(String csv) {
    try {
      return UserDictionary.open(new StringReader(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Word[] segments(String surface, int[] idAndLengths) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < idAndLengths.length; i++) {
      int end = start + idAndLengths[i];
      words.add(Word.of(dictionary, idAndLengths[0] + i - 1, surface.substring(start, end)));
      start = end;
    }
    return words.toArray(new Word[0]);
  }
}
