package io.koe.text;

import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers of seven digits and more, whatever separates the digits; six after a word for telephone.
 *
 * <pre>
 * 090-1234-5678, (03) 1234 5678, +81-90-1234-5678, ０９０の１２３４の５６７８ → &lt;PHONE&gt;
 * 4111 1111 1111 1111 → &lt;CARD&gt;   〒150-0041 → &lt;POSTAL_CODE&gt;   12345678 → &lt;NUM&gt;
 * </pre>
 *
 * What {@link PlainNumbers} knows stays. Known weakness: digits spelled as words (ぜろきゅうぜろ).
 */
final class NumberRule implements PiiRule {
  private static final int FEWEST = 7;
  private static final int MOST_KNOWN = 16;
  private static final int FEWEST_AFTER_PHONE_CUE = 6;

  @Override
  public void find(FoldedText folded, Consumer<Span> spans) {
    if (folded.digits() < FEWEST_AFTER_PHONE_CUE) {
      return;
    }
    String text = folded.text();
    int at = 0;
    while (at < text.length()) {
      if (FoldedText.isDigit(text.charAt(at))) {
        List<NumberGroup> run = NumberRun.at(text, at);
        findIn(text, run, spans);
        at = run.get(run.size() - 1).end();
      } else {
        at++;
      }
    }
  }

  private static void findIn(String text, List<NumberGroup> run, Consumer<Span> spans) {
    int from = 0;
    int i = 0;
    while (i < run.size()) {
      int plain = PlainNumbers.at(text, run, i);
      if (plain > 0) {
        split(text, run.subList(from, i), spans);
        i += plain;
        from = i;
      } else {
        i++;
      }
    }
    split(text, run.subList(from, run.size()), spans);
  }

  /**
   * Numbers side by side are told apart at wide separators, where both sides stand for themselves.
   */
  private static void split(String text, List<NumberGroup> groups, Consumer<Span> spans) {
    int from = 0;
    int digits = 0;
    for (int i = 0; i < groups.size(); i++) {
      boolean gap = i > from && isGap(groups.get(i)) && digits >= FEWEST && digits <= MOST_KNOWN;
      if (gap && remaining(groups, i) >= FEWEST && stands(text, groups.subList(from, i))) {
        report(text, groups.subList(from, i), spans);
        from = i;
        digits = 0;
      }
      digits += groups.get(i).length();
    }
    report(text, groups.subList(from, groups.size()), spans);
  }

  private static boolean isGap(NumberGroup group) {
    return group.separator().indexOf(' ') >= 0
        || group.separator().indexOf('\n') >= 0
        || group.separator().indexOf(',') >= 0;
  }

  private static int remaining(List<NumberGroup> groups, int from) {
    int digits = 0;
    for (int i = from; i < groups.size() && digits < FEWEST; i++) {
      digits += groups.get(i).length();
    }
    return digits;
  }

  private static boolean stands(String text, List<NumberGroup> groups) {
    return label(text, groups) != PiiKind.NUM;
  }

  private static PiiKind label(String text, List<NumberGroup> groups) {
    int start = start(text, groups);
    int end = groups.get(groups.size() - 1).end();
    String before = NumberContext.before(text, start);
    return NumberLabel.of(before, text.substring(start, end), digits(groups));
  }

  private static void report(String text, List<NumberGroup> groups, Consumer<Span> spans) {
    if (groups.isEmpty()) {
      return;
    }
    int digits = groups.stream().mapToInt(NumberGroup::length).sum();
    int start = start(text, groups);
    boolean phoneCue =
        digits >= FEWEST_AFTER_PHONE_CUE
            && digits < FEWEST
            && NumberLabel.isPhoneCue(NumberContext.before(text, start));
    if (phoneCue
        || (digits >= FEWEST
            && !PlainNumbers.isCounting(groups)
            && !PlainNumbers.isBlank(groups))) {
      int end = groups.get(groups.size() - 1).end();
      spans.accept(new Span(start, end, label(text, groups)));
    }
  }

  /** Where the number begins, with the bracket or plus sign that belongs to it. */
  private static int start(String text, List<NumberGroup> groups) {
    int start = groups.get(0).start();
    while (start > 0
        && "(+".indexOf(text.charAt(start - 1)) >= 0
        && groups.get(0).start() - start < 2) {
      start--;
    }
    return start;
  }

  private static String digits(List<NumberGroup> groups) {
    StringBuilder digits = new StringBuilder();
    groups.forEach(group -> digits.append(group.digits()));
    return digits.toString();
  }
}
