package io.koe.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with nothing but separators between them: {@code 090 (1234) 5678}. Commas of
 * sentences and tildes also join years and prices, so they separate groups only in what begins with
 * 0 or comes after a word for such a number: {@code 090、1234、5678}.
 */
final class NumberRun {
  private static final String SEPARATORS = " -._・()[]/の\n,";
  private static final int LONGEST_SEPARATOR = 4;

  /** 第301234567890号の1: a licence issued again. */
  private static final String LICENCE_SEPARATOR = "号の";

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
      int gap = separatorLength(text, start, end);
      if (gap == 0) {
        return groups;
      }
      at = end + gap;
    }
    return groups;
  }

  private static int separatorLength(String text, int start, int at) {
    boolean loose = at < text.length() && "、~".indexOf(text.charAt(at)) >= 0;
    if (loose && at + 1 < text.length() && FoldedText.isDigit(text.charAt(at + 1))) {
      boolean zero =
          text.charAt(start) == '0'
              && start + 1 < text.length()
              && FoldedText.isDigit(text.charAt(start + 1));
      return zero || NumberLabel.isCued(NumberContext.before(text, start)) ? 1 : 0;
    }
    if (text.startsWith(LICENCE_SEPARATOR, at)) {
      return LICENCE_SEPARATOR.length();
    }
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
