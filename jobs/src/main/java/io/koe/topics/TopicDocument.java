package io.koe.topics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the fit sees of an inquiry.
 *
 * @param inquiryId identity, and the order of documents
 * @param created day it was opened, Japan time
 * @param terms in order of appearance, with repetitions
 * @param embedding its vector by a language model, if one is used
 */
public record TopicDocument(
    String inquiryId, LocalDate created, List<String> terms, Optional<Embedding> embedding) {
  public TopicDocument {
    terms = List.copyOf(terms);
  }

  /** A document known by its terms alone. */
  public TopicDocument(String inquiryId, LocalDate created, List<String> terms) {
    this(inquiryId, created, terms, Optional.empty());
  }
}
