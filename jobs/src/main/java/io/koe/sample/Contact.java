package io.koe.sample;

/**
 * One inquiry without its words: who, about what, when. Derived from its day and index alone.
 *
 * @param day day of creation since 1970-01-01
 * @param index position among the inquiries of that day
 * @param createdAt {@link JapanTime} seconds
 * @param arrivalDay day it arrives in the drop
 * @param transaction transaction id, or null
 * @param original the contact this one repeats, or null
 */
record Contact(
    long day,
    int index,
    Kind kind,
    Reason reason,
    long createdAt,
    long arrivalDay,
    String channel,
    String platform,
    long user,
    String transaction,
    Contact original) {

  /** What becomes of an inquiry. */
  enum Kind {
    ORDINARY,
    SPAM,
    TEST,
    MERGED
  }

  String inquiryId() {
    return "q" + suffix();
  }

  /** Day and index as a part of ids. */
  String suffix() {
    return day + "-" + index;
  }
}
