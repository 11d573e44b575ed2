package io.koe.ingest;

import java.io.Serializable;

/**
 * Which keys are there, and which may be there twice: a Bloom filter (Bloom, Space/Time Trade-offs
 * in Hash Coding with Allowable Errors, 1970) with two bits instead of one in each place, for once
 * and for more. A key that is there, or there twice, is always found; of others few are taken for
 * one: at the design size one in 400, and one in a million.
 *
 * <p>Sketches of parts of the data add up to that of the whole. At most 64 MB: beyond 16 million
 * keys more of the others are taken.
 */
final class KeySketch implements Serializable {
  private static final int PROBES = 4;
  private static final int PLACES_PER_KEY = 16;
  private static final long MOST_PLACES = 1L << 28;
  private static final long LEAST_PLACES = 1L << 10;

  private final long[] once;
  private final long[] twice;

  /**
   * An empty sketch; those of the same design size add up.
   *
   * @param keys the design size
   */
  KeySketch(long keys) {
    long places = Math.max(LEAST_PLACES, Math.min(MOST_PLACES, keys * PLACES_PER_KEY));
    this.once = new long[(int) (Long.highestOneBit(2 * places - 1) / Long.SIZE)];
    this.twice = new long[once.length];
  }

  void add(String table, String key) {
    long hash = hash(table, key);
    for (int probe = 0; probe < PROBES; probe++) {
      int place = place(hash, probe);
      long bit = 1L << place;
      twice[place >> 6] |= once[place >> 6] & bit;
      once[place >> 6] |= bit;
    }
  }

  /** Adds another sketch to this one. */
  KeySketch plus(KeySketch other) {
    for (int i = 0; i < once.length; i++) {
      twice[i] |= other.twice[i] | (once[i] & other.once[i]);
      once[i] |= other.once[i];
    }
    return this;
  }

  /** False only when the key is not there. */
  boolean mayHold(String table, String key) {
    return isIn(once, hash(table, key));
  }

  /** False only when the key is there once or not at all. */
  boolean mayRepeat(String table, String key) {
    return isIn(twice, hash(table, key));
  }

  private boolean isIn(long[] bits, long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      int place = place(hash, probe);
      if ((bits[place >> 6] & (1L << place)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Double hashing (Kirsch and Mitzenmacher, Less Hashing, Same Performance, 2006). */
  private int place(long hash, int probe) {
    int step = (int) (hash >>> 32) | 1;
    return ((int) hash + probe * step) & (once.length * Long.SIZE - 1);
  }

  /** FNV-1a over the characters, then the finaliser of MurmurHash3. */
  private static long hash(String table, String key) {
    long hash = fnv(fnv(0xcbf29ce484222325L, table), key);
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private static long fnv(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
