package io.koe.topics;

import java.time.LocalDate;
import java.util.List;

/**
 * What the fit sees of an inquiry.
 *
 * @param inquiryId identity, and the order of documents
 * @param created day it was opened, Japan time
 * @param terms in order of appearance, with repetitions
 */
public record TopicDocument(String inquiryId, LocalDate created, List<String> terms) {
  public TopicDocument {
    terms = List.copyOf(terms);
  }
}
