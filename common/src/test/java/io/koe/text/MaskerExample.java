package io.koe.text;

import java.util.List;

/**
 * A text and what must go from it.
 *
 * @param kind the section of the suite, such as {@code PHONE}
 * @param source the lines it was made from, to name it in a message
 * @param text the text
 * @param gold stretches that must go; none in a hard negative
 */
record MaskerExample(String kind, String source, String text, List<Stretch> gold) {
  /** A half-open stretch of a text, with what stands in its place when it was masked. */
  record Stretch(int start, int end, String tag) {
    boolean overlaps(Stretch other) {
      return start < other.end && other.start < end;
    }
  }
}
