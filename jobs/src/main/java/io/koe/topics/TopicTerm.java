package io.koe.topics;

import java.util.List;

/**
 * A term that marks a topic.
 *
 * @param score log-odds z score against all other topics
 * @param inquiries documents of the topic that have the term
 */
public record TopicTerm(String term, double score, int inquiries) {
  /** The first ten terms, separated by spaces. */
  static String ten(List<TopicTerm> terms) {
    return String.join(" ", terms.stream().limit(10).map(TopicTerm::term).toList());
  }
}
