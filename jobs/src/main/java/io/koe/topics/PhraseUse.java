package io.koe.topics;

import io.koe.text.Phrase;

/**
 * A phrase customers of a topic use.
 *
 * @param users how many of them
 */
record PhraseUse(String text, Phrase.Kind kind, int users) {}
