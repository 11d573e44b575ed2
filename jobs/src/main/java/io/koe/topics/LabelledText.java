package io.koe.topics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text somebody has said the topic of.
 *
 * @param id names it, and orders texts
 * @param segments its pieces that have terms
 * @param label the topic it was given
 * @param embedding its vector by a language model, if one is used
 */
public record LabelledText(
    String id, List<TermSegment> segments, String label, Optional<Embedding> embedding) {
  public LabelledText {
    segments = List.copyOf(segments);
  }

  /** What a fit sees of it. */
  public TopicDocument document() {
    return new TopicDocument(id, LocalDate.EPOCH, TermSegment.terms(segments), embedding);
  }
}
