package io.koe.topics;

import java.util.List;

/**
 * The terms of a piece of a text.
 *
 * @param fingerprint see {@link io.koe.text.Segment}
 * @param terms in order of appearance, with repetitions
 */
public record TermSegment(long fingerprint, List<String> terms) {
  public TermSegment {
    terms = List.copyOf(terms);
  }

  /** The terms of all pieces. */
  static List<String> terms(List<TermSegment> segments) {
    return segments.size() == 1
        ? segments.get(0).terms()
        : segments.stream().flatMap(s -> s.terms().stream()).toList();
  }
}
