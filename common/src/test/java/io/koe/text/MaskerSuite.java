package io.koe.text;

import io.koe.text.MaskerExample.Stretch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Texts with and without personal data, made from the patterns of a file by a seeded generator. */
final class MaskerSuite {
  private static final int POSITIVES = 240;
  private static final int NEGATIVES = 200;
  private static final List<String> JOINTS = List.of("。", "\n", "、", " ");

  private final Map<String, Section> sections;

  private MaskerSuite(Map<String, Section> sections) {
    this.sections = sections;
  }

  private record Section(List<String> spellings, List<String> sentences, List<String> negatives) {}

  static MaskerSuite read(String name) {
    Map<String, Section> sections = new LinkedHashMap<>();
    Section open = null;
    for (String line : lines("masker/" + name)) {
      if (line.startsWith("[")) {
        open = new Section(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sections.put(line.substring(1, line.length() - 1), open);
      } else if (line.startsWith("~ ")) {
        open.spellings.add(line.substring(2));
      } else if (line.startsWith("> ")) {
        open.sentences.add(line.substring(2));
      } else if (line.startsWith("- ")) {
        open.negatives.add(line.substring(2));
      }
    }
    return new MaskerSuite(sections);
  }

  /** The sections' names, in the order of the file. */
  List<String> kinds() {
    return List.copyOf(sections.keySet());
  }

  int spellings(String kind) {
    return sections.get(kind).spellings.size();
  }

  /** Every spelling in as many different sentences as make up the section's positives. */
  List<MaskerExample> positives(String kind) {
    Section section = sections.get(kind);
    List<MaskerExample> examples = new ArrayList<>();
    int spellings = section.spellings.size();
    for (int i = 0; spellings > 0 && i < POSITIVES; i++) {
      String spelling = section.spellings.get(i % spellings);
      String sentence = section.sentences.get((i / spellings + i) % section.sentences.size());
      InventedFields fields = new InventedFields(new Random(Objects.hash(kind, i)));
      examples.add(positive(kind, sentence, spelling, fields.fill(spelling)));
    }
    return examples;
  }

  /** The section's own negatives, then pairs of them side by side. */
  List<MaskerExample> negatives(String kind) {
    List<String> lines = sections.get(kind).negatives;
    List<MaskerExample> examples = new ArrayList<>();
    for (String line : lines) {
      examples.add(new MaskerExample(kind, line, line, List.of()));
    }
    Random random = new Random(kind.hashCode());
    while (examples.size() < NEGATIVES) {
      String first = lines.get(random.nextInt(lines.size()));
      String second = lines.get(random.nextInt(lines.size()));
      String text = first + JOINTS.get(examples.size() % JOINTS.size()) + second;
      examples.add(new MaskerExample(kind, text, text, List.of()));
    }
    return examples;
  }

  private static MaskerExample positive(
      String kind, String sentence, String spelling, String value) {
    String marked = value.indexOf('«') < 0 ? '«' + value + '»' : value;
    String whole = sentence.replace('⏎', '\n').replace("{}", marked);
    StringBuilder text = new StringBuilder();
    List<Stretch> gold = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == '«') {
        start = text.length();
      } else if (c == '»') {
        gold.add(new Stretch(start, text.length(), kind));
      } else {
        text.append(c);
      }
    }
    return new MaskerExample(kind, spelling + " | " + sentence, text.toString(), gold);
  }

  private static List<String> lines(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                MaskerSuite.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
