package io.koe.text;

/**
 * Which characters follow which in a text, by sixteen bits of both: tells at once that most words
 * are nowhere in it.
 */
final class CharacterPairs {
  private static final int BITS = 16;

  /** Odd numbers whose bits are mixed: Knuth's multiplicative hashing, one for each character. */
  private static final int FIRST = 0x9E3779B1;

  private static final int SECOND = 0x85EBCA6B;

  private final long[] pairs = new long[(1 << BITS) / Long.SIZE];

  CharacterPairs(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      int number = at(text, i);
      pairs[number / Long.SIZE] |= 1L << number;
    }
  }

  /** The pair that begins at a place, as a number of sixteen bits; not only that pair has it. */
  static int at(String text, int place) {
    return (text.charAt(place) * FIRST + text.charAt(place + 1) * SECOND) >>> (Integer.SIZE - BITS);
  }

  /** Whether one of the pairs, as {@link #at} numbers them, may be in the text. */
  boolean mayHaveAny(int[] numbers) {
    for (int number : numbers) {
      if ((pairs[number / Long.SIZE] & 1L << number) != 0) {
        return true;
      }
    }
    return false;
  }
}
