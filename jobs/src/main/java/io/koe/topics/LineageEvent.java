package io.koe.topics;

/**
 * Where a topic of a model comes from.
 *
 * @param event birth, same, split, merge or death
 * @param previousTopicId null for a birth
 * @param score likeness to the previous topic, or the share of documents that moved, 0 to 1; null
 *     for births and deaths
 */
public record LineageEvent(String topicId, String event, String previousTopicId, Double score) {}
