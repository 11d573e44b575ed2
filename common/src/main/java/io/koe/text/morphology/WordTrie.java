package io.koe.text.morphology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Words by their characters, each with a number: a double-array trie (Aoe 1989), walked with one
 * look-up a character.
 *
 * <p>A slot is a node: where its children begin (24 bits), one more than its word's number or 0
 * when no word ends here (24 bits), and the code of the character that leads to it (16 bits).
 * Children of a node stand at its base plus their codes. No two nodes have the same base, so the
 * code alone says whose child a slot is. An empty slot has code 0, which no character has.
 */
final class WordTrie {
  private static final int BASE = 40;
  private static final int VALUE = 16;
  private static final int MASK = 0xFFFFFF;

  /** The node before the first character. */
  static final long ROOT = node(1, -1, 0);

  private final String alphabet;
  private final long[] slots;
  private final char[] codes = new char[Character.MAX_VALUE + 1];

  /**
   * Takes what {@link WordTrieBuilder} makes.
   *
   * @param alphabet the characters of all words, by code from 1 on
   * @param slots the nodes, with room for any code behind the last base
   */
  WordTrie(String alphabet, long[] slots) {
    this.alphabet = alphabet;
    this.slots = slots;
    // A character in no word gets a code in no slot.
    Arrays.fill(codes, (char) (alphabet.length() + 1));
    for (int i = 0; i < alphabet.length(); i++) {
      codes[alphabet.charAt(i)] = (char) (i + 1);
    }
  }

  /** A node as a slot holds it; {@code value} is -1 when no word ends here. */
  static long node(int base, int value, int code) {
    return ((long) base << BASE) | ((long) (value + 1) << VALUE) | code;
  }

  /** The node a character leads to, or 0. */
  long step(long node, char c) {
    int code = codes[c];
    long child = slots[(int) (node >>> BASE) + code];
    return (char) child == code ? child : 0;
  }

  /** The number of the word that ends at a node, or -1. */
  static int value(long node) {
    return ((int) (node >>> VALUE) & MASK) - 1;
  }

  /** How many words there are. */
  int words() {
    return 1 + Arrays.stream(slots).mapToInt(WordTrie::value).max().orElse(-1);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(alphabet.length());
    out.writeChars(alphabet);
    out.writeInt(slots.length);
    ByteBuffer bytes = ByteBuffer.allocate(slots.length * Long.BYTES);
    bytes.asLongBuffer().put(slots);
    out.write(bytes.array());
  }

  static WordTrie read(DataInputStream in) throws IOException {
    char[] alphabet = new char[in.readInt()];
    for (int i = 0; i < alphabet.length; i++) {
      alphabet[i] = in.readChar();
    }
    long[] slots = new long[in.readInt()];
    LongBuffer stored = ByteBuffer.wrap(in.readNBytes(slots.length * Long.BYTES)).asLongBuffer();
    stored.get(slots);
    return new WordTrie(new String(alphabet), slots);
  }
}
