package io.koe.topics;

/**
 * A term that marks a topic.
 *
 * @param score log-odds z score against all other topics
 * @param inquiries documents of the topic that have the term
 */
public record TopicTerm(String term, double score, int inquiries) {}
