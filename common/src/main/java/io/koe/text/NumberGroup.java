package io.koe.text;

/**
 * Digits without a separator between them.
 *
 * @param start first position
 * @param end position after the last
 * @param separator what stands between the group before and this one; empty for the first
 * @param digits the digits
 */
record NumberGroup(int start, int end, String separator, String digits) {
  int length() {
    return end - start;
  }

  /** The value of at most nine digits, or -1. */
  int value() {
    return length() > 9 ? -1 : Integer.parseInt(digits);
  }

  boolean isBetween(int low, int high) {
    return value() >= low && value() <= high;
  }
}
