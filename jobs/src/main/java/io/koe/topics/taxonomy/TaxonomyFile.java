package io.koe.topics.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a taxonomy: lines of {@code word: value}; {@code #} begins a comment.
 *
 * <pre>
 * theme: 本人確認                      of the topics below, up to the next theme
 * topic: 本人確認が通らない            begins a topic
 *   from: t34fn35744f tare467hev2      topics of the model: one is named, several are merged
 *   rule: 本人確認 and not 住所        inquiries that belong to it, see {@link CodingRuleParser}
 *   within: tdfhe5bxzh3                the rule splits this topic of the model
 *   id: kyc_rejected                   needed without from; otherwise the first of from
 *   pin: yes                           stays when the model gives it up
 * hide: tovj3mf5l7p                    its inquiries count as unassigned
 * </pre>
 */
final class TaxonomyFile {
  private static final Set<String> OF_A_TOPIC = Set.of("from", "rule", "within", "id", "pin");

  private static final Pattern MODEL_ID = Pattern.compile("t[a-z2-7]{10}");

  /** What is wrong with a line. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Fault(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  private final List<CuratedTopic> topics = new ArrayList<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Map<String, Integer> claimed = new LinkedHashMap<>();
  private final Map<String, String> block = new LinkedHashMap<>();
  private CodingRule rule;
  private String theme;
  private int begun;

  private TaxonomyFile() {}

  static Taxonomy parse(List<String> lines, String hash) throws Fault {
    TaxonomyFile file = new TaxonomyFile();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          lines.get(i).replaceFirst("^\\uFEFF", "").replaceFirst("(^|\\s)#.*", "").strip();
      if (!line.isEmpty()) {
        file.take(line, i + 1);
      }
    }
    file.finish();
    return new Taxonomy(file.topics, file.hidden, hash);
  }

  private void take(String line, int number) throws Fault {
    String[] pair = line.split("[:：]", 2);
    String word = pair[0].strip();
    String value = pair.length == 2 ? pair[1].strip() : "";
    if (value.isEmpty()) {
      throw new Fault(number, "'" + word + "' has no value; write " + word + ": value");
    }
    switch (word) {
      case "theme" -> {
        finish();
        theme = value;
      }
      case "topic" -> {
        finish();
        begun = number;
        block.put("topic", value);
      }
      case "hide" -> {
        finish();
        for (String id : ids(value)) {
          claim(id, number);
          hidden.add(id);
        }
      }
      default -> ofTopic(word, value, number);
    }
  }

  private void ofTopic(String word, String value, int number) throws Fault {
    if (!OF_A_TOPIC.contains(word)) {
      throw new Fault(
          number,
          "'" + word + "' is not known; use theme, topic, from, rule, within, id, pin or hide");
    }
    if (block.isEmpty()) {
      throw new Fault(number, "'" + word + "' needs a topic line above it");
    }
    if (block.put(word, value) != null) {
      throw new Fault(number, "'" + word + "' is there twice for one topic");
    }
    switch (word) {
      case "rule" -> rule = parsedRule(value, number);
      case "from" -> {
        for (String id : ids(value)) {
          claim(id, number);
        }
      }
      case "id" -> requireId(value, number);
      case "pin" -> requireYes(value, number);
      default -> {}
    }
  }

  private static CodingRule parsedRule(String value, int number) throws Fault {
    try {
      return CodingRuleParser.parse(value);
    } catch (IllegalArgumentException e) {
      throw new Fault(number, e.getMessage());
    }
  }

  private static void requireYes(String value, int number) throws Fault {
    if (!value.equals("yes") && !value.equals("no")) {
      throw new Fault(number, "pin is yes or no, not '" + value + "'");
    }
  }

  private static void requireId(String value, int number) throws Fault {
    if (!value.matches("[a-z][a-z0-9_]{1,39}") || value.equals("unassigned")) {
      throw new Fault(
          number, "an id is 2 to 40 lower-case letters, digits and _, not '" + value + "'");
    }
  }

  private void claim(String id, int number) throws Fault {
    Integer other = claimed.putIfAbsent(id, number);
    if (other != null) {
      throw new Fault(number, "topic " + id + " is taken in line " + other + " already");
    }
  }

  private void finish() throws Fault {
    if (block.isEmpty()) {
      return;
    }
    List<String> from = ids(block.getOrDefault("from", ""));
    String id = block.getOrDefault("id", from.isEmpty() ? "" : from.get(0));
    if (id.isEmpty() || (from.isEmpty() && rule == null)) {
      throw new Fault(begun, "the topic needs from: with topics of the model, or id: and rule:");
    }
    if (from.isEmpty() && theme == null) {
      throw new Fault(begun, "a topic without from: needs a theme: line above it");
    }
    if (MODEL_ID.matcher(id).matches() && !from.contains(id)) {
      throw new Fault(begun, "the id " + id + " is a topic of the model: name it in from:");
    }
    if (topics.stream().anyMatch(topic -> topic.id().equals(id))) {
      throw new Fault(begun, "the id " + id + " belongs to another topic");
    }
    topics.add(
        new CuratedTopic(
            id,
            block.get("topic"),
            theme,
            from,
            rule,
            ids(block.getOrDefault("within", "")),
            block.getOrDefault("pin", "no").equals("yes")));
    block.clear();
    rule = null;
  }

  private static List<String> ids(String value) {
    return Arrays.stream(value.split("[\\s,、]+")).filter(id -> !id.isEmpty()).toList();
  }
}
