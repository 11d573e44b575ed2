package io.koe.query;

/** How {@code koe query} prints an answer. */
public enum QueryFormat {
  /** Aligned columns for people. */
  TABLE,
  /** RFC 4180, UTF-8, with a header. */
  CSV,
  /** One array of objects. */
  JSON,
  /** A Parquet file; never printed. */
  PARQUET
}
