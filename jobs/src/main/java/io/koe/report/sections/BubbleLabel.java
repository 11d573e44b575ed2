package io.koe.report.sections;

import io.koe.report.page.TopicMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A topic's name inside its bubble, if there is room: as large as some way of breaking it lets it.
 */
final class BubbleLabel {
  private static final double LARGEST = 17;
  private static final double SMALLEST = 9;
  private static final double LEADING = 1.2;
  private static final int LINES = 4;
  private static final int NARROWEST = 3;
  private static final int WIDEST = 12;
  private static final Pattern PIECES = Pattern.compile("[\\s・]+");

  /** メルペイの｜バーコードが｜表示されない: a line breaks after hiragana, as particles and endings are. */
  private static final Pattern PHRASE = Pattern.compile("[^ぁ-ゖ]+[ぁ-ゖ]*|[ぁ-ゖ]+");

  private BubbleLabel() {}

  /**
   * The lines.
   *
   * @param place x, y and radius of the bubble
   */
  static List<TopicMap.Line> lines(String label, double[] place) {
    List<String> words =
        IntStream.rangeClosed(NARROWEST, WIDEST)
            .mapToObj(width -> broken(label, width))
            .filter(lines -> lines.size() <= LINES)
            .max(Comparator.comparingDouble(lines -> size(lines, place[2])))
            .filter(lines -> size(lines, place[2]) >= SMALLEST)
            .orElseGet(() -> shortened(label, place[2]));
    double size = size(words, place[2]);
    double top = place[1] - (words.size() - 1) * size * LEADING / 2 + size * 0.35;
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                new TopicMap.Line(
                    words.get(i),
                    MapSection.decimal(place[0]),
                    MapSection.decimal(top + i * size * LEADING),
                    MapSection.decimal(size)))
        .toList();
  }

  /** The type's size with which lines fill a circle. */
  private static double size(List<String> lines, double radius) {
    double widest = lines.stream().mapToDouble(BubbleLabel::width).max().orElse(1);
    return Math.min(LARGEST, 1.75 * radius / Math.hypot(widest, lines.size() * LEADING * 0.8));
  }

  /** The beginning of its first two lines; nothing where four letters a line don't fit. */
  private static List<String> shortened(String label, double radius) {
    for (int width = WIDEST; width > NARROWEST; width--) {
      List<String> lines = broken(label, width);
      List<String> first = new ArrayList<>();
      for (String line : lines.subList(0, Math.min(2, lines.size()))) {
        first.add(width(line) > width ? cut(line, width - 1) + "…" : line);
      }
      String last = first.get(first.size() - 1);
      if (lines.size() > first.size() && !last.endsWith("…")) {
        first.set(first.size() - 1, cut(last, width - 1) + "…");
      }
      if (size(first, radius) >= SMALLEST) {
        return first;
      }
    }
    return List.of();
  }

  /** As much of a line as is this wide. */
  private static String cut(String line, int width) {
    int end = line.length();
    while (width(line.substring(0, end)) > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end);
  }

  private static List<String> broken(String label, int width) {
    List<String> lines = new ArrayList<>();
    for (String piece : PIECES.split(label.strip(), -1)) {
      StringBuilder line = new StringBuilder();
      for (String phrase : PHRASE.matcher(piece).results().map(MatchResult::group).toList()) {
        if (line.length() > 0 && width(line + phrase) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(phrase);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** In squares of the type: a kanji is one wide, a Latin letter about half. */
  static double width(String word) {
    return word.codePoints().mapToDouble(c -> c < 0x300 ? 0.58 : 1).sum();
  }
}
