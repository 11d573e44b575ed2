package io.koe.text;

/**
 * A piece of a text.
 *
 * @param text as it is written, without white space around it
 * @param fingerprint the same for pieces that differ in digits, masked data, white space or
 *     punctuation alone: positive for a sentence, negative for the name of a form's field, 0 for a
 *     sentence too short to be told from what anybody might say
 */
public record Segment(String text, long fingerprint) {
  /** Whether a fingerprint is one of the name of a form's field. */
  public static boolean isField(long fingerprint) {
    return fingerprint < 0;
  }
}
