package io.koe.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What customers write about and how: the commented text files beside this class.
 *
 * @param reasons every contact reason, in the order of the files
 * @param phrases sentences and words that fit every reason, by list name
 * @param slots fillers by slot name
 */
record Catalogue(
    List<Reason> reasons, Map<String, List<Template>> phrases, Map<String, List<String>> slots) {

  /** Reads the built-in catalogue. */
  static Catalogue load() {
    List<Reason> reasons = new ArrayList<>();
    for (String service : List.of("mercari", "merpay", "shops")) {
      reasons.addAll(ReasonLines.parse(service, lines(service + ".txt")));
    }
    Map<String, List<Template>> phrases = new LinkedHashMap<>();
    sections("phrases.txt")
        .forEach((name, texts) -> phrases.put(name, texts.stream().map(Template::of).toList()));
    return new Catalogue(List.copyOf(reasons), phrases, sections("slots.txt"));
  }

  /** Position of a reason in {@link #reasons}. */
  int indexOf(String reasonId) {
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).id().equals(reasonId)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no contact reason " + reasonId);
  }

  List<Template> phrases(String name) {
    return phrases.get(name);
  }

  private static Map<String, List<String>> sections(String file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.indexOf(']')), current);
      } else {
        current.add(line.replace("\\n", "\n"));
      }
    }
    return sections;
  }

  /** Lines that say something: no blank lines, no comments. */
  static List<String> lines(String file) {
    try (InputStream in = Catalogue.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
