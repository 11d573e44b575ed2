package io.koe.ingest;

import java.util.Map;

/** One record as its file holds it. Raw: it must not leave the task that read it. */
interface RawRecord {
  /** Where it starts: the line of a text file, the row of a Parquet file; from 1. */
  long rowNumber();

  /** Whether there is nothing in it; blank lines are not rows. */
  boolean isBlank();

  /** What its keyed hash is made of. */
  byte[] bytes();

  /**
   * Cells by column name: String, {@link Digits}, Boolean, Instant, LocalDateTime, LocalDate, a
   * List of Strings, {@link Nested}, or null.
   */
  Map<String, Object> fields() throws RowFault;

  /** A number as it was written. */
  record Digits(String text) {}

  /** An object or a list of lists: nothing a column can hold. */
  enum Nested {
    NESTED
  }
}
