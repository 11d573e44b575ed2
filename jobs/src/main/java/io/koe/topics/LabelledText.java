package io.koe.topics;

import java.time.LocalDate;
import java.util.List;

/**
 * A text somebody has said the topic of.
 *
 * @param id names it, and orders texts
 * @param segments its pieces that have terms
 * @param label the topic it was given
 */
public record LabelledText(String id, List<TermSegment> segments, String label) {
  public LabelledText {
    segments = List.copyOf(segments);
  }

  /** What a fit sees of it. */
  public TopicDocument document() {
    return new TopicDocument(id, LocalDate.EPOCH, TermSegment.terms(segments));
  }
}
