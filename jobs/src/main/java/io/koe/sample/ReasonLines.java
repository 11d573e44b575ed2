package io.koe.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one service's contact reasons; the head of {@code mercari.txt} explains the lines. */
final class ReasonLines {
  private final String service;
  private final String id;
  private final String label;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> figures = new HashMap<>();
  private final Map<Character, List<Template>> sentences = new HashMap<>();

  private ReasonLines(String service, String header) {
    int end = header.indexOf(']');
    this.service = service;
    this.id = header.substring(1, end);
    this.label = header.substring(end + 1).strip();
  }

  static List<Reason> parse(String service, List<String> lines) {
    List<ReasonLines> all = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        all.add(new ReasonLines(service, line));
      } else {
        all.get(all.size() - 1).add(line);
      }
    }
    return all.stream().map(ReasonLines::reason).toList();
  }

  private void add(String line) {
    char mark = line.charAt(0);
    if ("+~.?".indexOf(mark) >= 0) {
      sentences
          .computeIfAbsent(mark, ignored -> new ArrayList<>())
          .add(Template.of(line.substring(1).strip().replace("\\n", "\n")));
    } else {
      int colon = line.indexOf(':');
      fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
  }

  private Reason reason() {
    for (String figure : cut(fields.get("figures"), " ")) {
      int equals = figure.indexOf('=');
      figures.put(figure.substring(0, equals), figure.substring(equals + 1));
    }
    return new Reason(
        id,
        service,
        label,
        fields.get("category"),
        figures.getOrDefault("role", "none"),
        cut(fields.get("search"), "\\|"),
        figure("share", 1),
        cut(figures.getOrDefault("week", "1,1,1,1,1,1,1"), ",").stream()
            .map(Double::valueOf)
            .toList(),
        figure("resolves", 0.85),
        figure("hours", 12),
        figure("reopens", 0.05),
        figure("bot", 0.15),
        figure("trend", 0),
        figure("device", 0),
        article(),
        sentences('+'),
        sentences('~'),
        sentences('.'),
        sentences('?'));
  }

  private double figure(String name, double otherwise) {
    String value = figures.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  private Optional<Reason.Article> article() {
    return Optional.ofNullable(fields.get("article"))
        .map(text -> cut(text, "\\|"))
        .map(cells -> new Reason.Article("h-" + id, cells.get(0), cells.get(1)));
  }

  private List<Template> sentences(char mark) {
    return List.copyOf(sentences.getOrDefault(mark, List.of()));
  }

  private static List<String> cut(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }
}
