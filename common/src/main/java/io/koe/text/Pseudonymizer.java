package io.koe.text;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/**
 * Turns ids into pseudonyms that stay the same under one key and say nothing without it: the first
 * 26 characters of base32(HMAC-SHA-256(key, "koe/user/v1\0" + id)), lower case. The label keeps a
 * user's pseudonym apart from an agent's or item's of the same id. Not serializable: load the key
 * again from its path ({@link PseudonymKey#cached}). Not thread-safe: one per thread.
 */
public final class Pseudonymizer {
  private static final int LENGTH = 26;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final Mac mac;

  Pseudonymizer(Mac mac) {
    this.mac = mac;
  }

  /** The pseudonym of a customer id; null stays null. */
  public String user(String id) {
    return pseudonym("koe/user/v1\0", id);
  }

  /** The pseudonym of an agent id; null stays null. */
  public String agent(String id) {
    return pseudonym("koe/agent/v1\0", id);
  }

  /** The pseudonym of an item id; null stays null. */
  public String item(String id) {
    return pseudonym("koe/item/v1\0", id);
  }

  /**
   * What the erasure ledger keeps of a person: a hash of the pseudonym under a label of its own, so
   * that it can't be found in any table.
   */
  public String erasedUser(String pseudonym) {
    return pseudonym("koe/erased-user/v1\0", pseudonym);
  }

  /** What the erasure ledger keeps of an inquiry. */
  public String erasedInquiry(String inquiryId) {
    return pseudonym("koe/erased-inquiry/v1\0", inquiryId);
  }

  /** A keyed hash of a row as it was read, to find it again where it came from. */
  public String row(byte[] row) {
    mac.update("koe/row/v1\0".getBytes(StandardCharsets.UTF_8));
    return base32(mac.doFinal(row));
  }

  private String pseudonym(String label, String id) {
    return id == null ? null : base32(mac.doFinal((label + id).getBytes(StandardCharsets.UTF_8)));
  }

  static String base32(byte[] hash) {
    StringBuilder out = new StringBuilder(LENGTH);
    for (int bit = 0; out.length() < LENGTH; bit += 5) {
      int pair = ((hash[bit / 8] & 0xFF) << 8) | (hash[bit / 8 + 1] & 0xFF);
      out.append(ALPHABET.charAt((pair >> (11 - bit % 8)) & 31));
    }
    return out.toString();
  }
}
