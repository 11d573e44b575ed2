package io.koe.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the watch rules that hold in a masked, normalised text.
 *
 * <pre>
 * 対応がなければ消費生活センターに相談します  → regulator
 * 新聞紙で梱包されていました                → nothing
 * </pre>
 *
 * <p>Words are plain strings, looked up by their first character at every position of the text:
 * time grows with the text's length, whatever the text. Known weaknesses: no grammar, so a negated
 * or quoted threat (訴える気はありません) is a hit, too.
 */
public final class WatchRules {
  /** Characters of context on either side of a word: for conditions and in the span. */
  static final int WINDOW = 20;

  private static final String FILE = "rules.txt";

  private record Entry(String word, WatchRule rule, WatchRule.Phrases phrases) {}

  private final List<WatchRule> rules;
  private final Map<Character, List<Entry>> byFirst = new HashMap<>();

  WatchRules(List<WatchRule> rules) {
    this.rules = rules;
    for (WatchRule rule : rules) {
      for (WatchRule.Phrases phrases : rule.phrases()) {
        for (String word : phrases.words()) {
          byFirst
              .computeIfAbsent(word.charAt(0), c -> new ArrayList<>())
              .add(new Entry(word, rule, phrases));
        }
      }
    }
  }

  /** The rules of {@code rules.txt}. */
  public static WatchRules load() {
    InputStream stream = WatchRules.class.getResourceAsStream(FILE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new WatchRules(WatchRuleFile.parse(reader.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<WatchRule> rules() {
    return rules;
  }

  /** At most one hit per rule, the first in the text, ordered by position. */
  public List<WatchHit> find(String text) {
    String lower = lowerCase(text);
    Map<String, WatchHit> hits = new LinkedHashMap<>();
    for (int i = 0; i < lower.length(); i++) {
      for (Entry entry : byFirst.getOrDefault(lower.charAt(i), List.of())) {
        if (!hits.containsKey(entry.rule().id()) && holds(entry, lower, i)) {
          hits.put(entry.rule().id(), hit(entry, text, i));
        }
      }
    }
    return List.copyOf(hits.values());
  }

  private static boolean holds(Entry entry, String lower, int start) {
    return lower.startsWith(entry.word(), start)
        && entry.phrases().allows(window(lower, start, entry.word().length()));
  }

  private static WatchHit hit(Entry entry, String text, int start) {
    String span = window(text, start, entry.word().length());
    return new WatchHit(entry.rule(), entry.word(), span.strip().replaceAll("\\s+", " "));
  }

  /** The word and its context; never cuts a surrogate pair. */
  private static String window(String text, int start, int length) {
    int from = Math.max(0, start - WINDOW);
    int to = Math.min(text.length(), start + length + WINDOW);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Lower case character by character, so that positions stay. */
  private static String lowerCase(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = Character.toLowerCase(characters[i]);
    }
    return new String(characters);
  }
}
