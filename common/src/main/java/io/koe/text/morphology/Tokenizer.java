package io.koe.text.morphology;

/** Who cuts text into words. Both cut alike. */
public enum Tokenizer {
  /** {@link ViterbiReader}, in about half the time. */
  koe,
  /** {@link LuceneReader}. */
  lucene;

  /** A new reader that keeps the given words whole. */
  public WordReader reader(UserWords words) {
    return this == koe ? new ViterbiReader(words) : new LuceneReader(words);
  }
}
