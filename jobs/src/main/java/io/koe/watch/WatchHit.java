package io.koe.watch;

/**
 * The first place in a text where a rule holds.
 *
 * @param rule the rule
 * @param word the word that hit
 * @param span the word with at most 20 characters of its masked context on either side
 */
public record WatchHit(WatchRule rule, String word, String span) {}
