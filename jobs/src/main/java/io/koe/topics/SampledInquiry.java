package io.koe.topics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An inquiry a model is fitted on.
 *
 * @param arrival night on which the version landed
 * @param userId who wrote it
 * @param segments its pieces that have terms
 */
record SampledInquiry(
    String inquiryId,
    LocalDate created,
    LocalDate arrival,
    String userId,
    List<TermSegment> segments) {
  SampledInquiry {
    segments = List.copyOf(segments);
  }

  /** Without what the templates say. */
  TopicDocument document(Templates templates, Optional<Embedding> embedding) {
    List<String> terms = TermSegment.terms(templates.own(segments));
    return new TopicDocument(inquiryId, created, terms, embedding);
  }
}
