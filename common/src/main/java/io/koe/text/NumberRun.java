package io.koe.text;

import java.util.ArrayList;
import java.util.List;

/** Groups of digits with nothing but separators between them: {@code 090 (1234) 5678}. */
final class NumberRun {
  private static final String SEPARATORS = " -._・()/の\n,";
  private static final int LONGEST_SEPARATOR = 4;

  private NumberRun() {}

  /** The groups of the run whose first digit is at {@code start}. */
  static List<NumberGroup> at(String text, int start) {
    List<NumberGroup> groups = new ArrayList<>();
    int separator = start;
    int at = start;
    while (at < text.length() && FoldedText.isDigit(text.charAt(at))) {
      int end = at;
      while (end < text.length() && FoldedText.isDigit(text.charAt(end))) {
        end++;
      }
      groups.add(new NumberGroup(at, end, text.substring(separator, at), text.substring(at, end)));
      separator = end;
      int gap = separatorLength(text, end);
      if (gap == 0) {
        return groups;
      }
      at = end + gap;
    }
    return groups;
  }

  private static int separatorLength(String text, int at) {
    int n = 0;
    while (n < LONGEST_SEPARATOR
        && at + n < text.length()
        && SEPARATORS.indexOf(text.charAt(at + n)) >= 0) {
      n++;
    }
    boolean list = n > 1 && text.substring(at, at + n).indexOf(',') >= 0;
    return list ? 0 : n;
  }
}
