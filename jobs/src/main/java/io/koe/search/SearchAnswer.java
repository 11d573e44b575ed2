package io.koe.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits the best first; ties by day, newest first, then by id
 * @param matches inquiry rows that match, versions replaced since and excluded ones among them
 */
public record SearchAnswer(List<SearchHit> hits, long matches) {}
