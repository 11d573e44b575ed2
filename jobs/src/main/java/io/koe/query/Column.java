package io.koe.query;

/**
 * A column of an answer.
 *
 * @param name as the query names it
 * @param isNumeric whether its values are {@link Number}s
 */
public record Column(String name, boolean isNumeric) {}
