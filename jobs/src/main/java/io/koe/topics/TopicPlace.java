package io.koe.topics;

/**
 * Where a topic stands among the others.
 *
 * @param theme the group it belongs to
 * @param x position on a map on which like topics are near, -1 to 1
 * @param y the same
 */
public record TopicPlace(Theme theme, double x, double y) {}
