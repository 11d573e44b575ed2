package io.koe.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code rules.txt}, whose head describes its form. A line that is not in form throws {@link
 * IllegalArgumentException} with the line's number.
 */
final class WatchRuleFile {
  private static final Set<String> SEVERITIES = Set.of("high", "medium", "low");
  private static final Set<String> ROUTES = Set.of("legal", "pr", "trust_safety", "cs");

  private final List<WatchRule> rules = new ArrayList<>();
  private final Map<String, String> head = new LinkedHashMap<>();
  private final List<WatchRule.Phrases> phrases = new ArrayList<>();

  private WatchRuleFile() {}

  static List<WatchRule> parse(List<String> lines) {
    WatchRuleFile file = new WatchRuleFile();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        file.take(line, i + 1);
      }
    }
    file.finishRule();
    return List.copyOf(file.rules);
  }

  private void take(String line, int number) {
    String[] pair = line.split(":", 2);
    String value = pair.length == 2 ? pair[1].strip() : "";
    if (value.isEmpty()) {
      throw new IllegalArgumentException("watch rules, line " + number + ": no value");
    }
    switch (pair[0]) {
      case "rule" -> {
        finishRule();
        head.put("rule", value);
      }
      case "severity", "routed_to", "title" -> head.put(pair[0], value);
      case "words" -> phrases.add(new WatchRule.Phrases(list(value), List.of(), List.of()));
      case "near", "unless" -> condition(pair[0], list(value), number);
      default ->
          throw new IllegalArgumentException(
              "watch rules, line " + number + ": unknown word " + pair[0]);
    }
  }

  private void condition(String kind, List<String> words, int number) {
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException(
          "watch rules, line " + number + ": " + kind + " without a words line above it");
    }
    WatchRule.Phrases last = phrases.remove(phrases.size() - 1);
    phrases.add(
        kind.equals("near")
            ? new WatchRule.Phrases(last.words(), words, last.unless())
            : new WatchRule.Phrases(last.words(), last.near(), words));
  }

  private void finishRule() {
    if (head.isEmpty()) {
      return;
    }
    String id = head.get("rule");
    if (id == null || phrases.isEmpty() || !head.containsKey("title")) {
      throw new IllegalArgumentException("watch rule " + id + " needs rule, title and words");
    }
    rules.add(
        new WatchRule(
            id,
            oneOf(SEVERITIES, "severity", id),
            oneOf(ROUTES, "routed_to", id),
            head.get("title"),
            List.copyOf(phrases)));
    head.clear();
    phrases.clear();
  }

  private String oneOf(Set<String> allowed, String key, String id) {
    String value = head.getOrDefault(key, "");
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(
          "watch rule "
              + id
              + ": "
              + key
              + " must be one of "
              + allowed.stream().sorted().toList());
    }
    return value;
  }

  private static List<String> list(String words) {
    return Arrays.stream(words.split("\\s+")).toList();
  }
}
