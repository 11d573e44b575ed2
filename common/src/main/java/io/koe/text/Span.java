package io.koe.text;

/**
 * A stretch of folded text to mask.
 *
 * @param start first folded position
 * @param end position after the last
 * @param kind what it is
 * @param tag what replaces it
 */
record Span(int start, int end, PiiKind kind, String tag) {
  Span(int start, int end, PiiKind kind) {
    this(start, end, kind, kind.tag());
  }

  int length() {
    return end - start;
  }
}
