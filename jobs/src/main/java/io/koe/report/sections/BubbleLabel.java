package io.koe.report.sections;

import io.koe.report.page.TopicMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A topic's name inside its bubble, if there is room. */
final class BubbleLabel {
  private static final double LARGEST = 17;
  private static final double SMALLEST = 9;
  private static final double LEADING = 1.2;
  private static final int LINES = 3;
  private static final int LETTERS = 9;

  private BubbleLabel() {}

  /**
   * The lines.
   *
   * @param place x, y and radius of the bubble
   */
  static List<TopicMap.Line> lines(String label, double[] place) {
    List<String> words =
        Arrays.stream(label.split("[\\s・]+"))
            .filter(word -> !word.isEmpty())
            .limit(LINES)
            .map(BubbleLabel::shortened)
            .toList();
    double widest = words.stream().mapToDouble(BubbleLabel::width).max().orElse(1);
    double size =
        Math.min(LARGEST, 1.7 * place[2] / Math.hypot(widest, words.size() * LEADING * 0.6));
    if (size < SMALLEST) {
      return List.of();
    }
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

  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) <= LETTERS
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }

  /** In squares of the type: a kanji is one wide, a Latin letter about half. */
  static double width(String word) {
    return word.codePoints().mapToDouble(c -> c < 0x300 ? 0.58 : 1).sum();
  }
}
