package io.koe.stat;

/** What a statistic refuses: a wrong number must not come back looking like a right one. */
final class Arguments {
  private Arguments() {}

  /**
   * The value itself.
   *
   * @throws IllegalArgumentException when it is negative, infinite or not a number
   */
  static double notNegative(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          name + " must be a finite number of at least 0, but is " + value);
    }
    return value;
  }
}
