package io.koe.text.morphology;

/** Cuts Japanese text into words. Costly to make, not safe for use by several threads. */
public interface WordReader {
  /** Takes a text's words in order. */
  interface Sink {
    /** A word that stands at the characters from {@code start} to {@code end}, exclusive. */
    void accept(Word word, int start, int end);
  }

  /** Reads a text: every character is in one word, punctuation and blanks too. */
  void read(String text, Sink each);
}
