package io.koe.topics;

/**
 * Where a topic stands among the others.
 *
 * @param theme the group it belongs to
 * @param x position on a map on which like topics are near, -1 to 1; null for a topic no model has
 * @param y the same
 */
public record TopicPlace(Theme theme, Double x, Double y) {}
