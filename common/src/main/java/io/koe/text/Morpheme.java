package io.koe.text;

import io.koe.text.morphology.Word;

/**
 * One word of a text.
 *
 * @param word what the dictionary says of it
 * @param start offset of the first character
 * @param end offset after the last character
 */
record Morpheme(Word word, int start, int end) {

  String surface() {
    return word.surface();
  }

  String base() {
    return word.base();
  }

  String inflection() {
    return word.inflection();
  }

  /** Whether the part of speech is this one or one of its kinds. */
  boolean is(String kind) {
    return word.partOfSpeech().is(kind);
  }

  /** Whether the word may stand in a compound. */
  boolean joins() {
    return word.partOfSpeech().joins() && Character.isLetter(surface().codePointAt(0));
  }

  /** A noun with a meaning of its own. */
  boolean isNoun() {
    return word.partOfSpeech().isNoun();
  }

  /** A word with a meaning of its own. */
  boolean isContent() {
    return word.partOfSpeech().isContent();
  }
}
