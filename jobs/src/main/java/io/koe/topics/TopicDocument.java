package io.koe.topics;

import java.util.List;

/**
 * What the fit sees of an inquiry.
 *
 * @param inquiryId identity, and the order of documents
 * @param terms in order of appearance, with repetitions
 */
public record TopicDocument(String inquiryId, List<String> terms) {
  public TopicDocument {
    terms = List.copyOf(terms);
  }
}
