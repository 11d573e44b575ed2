package io.koe.topics;

/**
 * A text somebody has said the topic of.
 *
 * @param document its id and terms
 * @param label the topic it was given
 */
public record LabelledText(TopicDocument document, String label) {}
