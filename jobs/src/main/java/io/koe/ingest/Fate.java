package io.koe.ingest;

/** What becomes of a row. */
enum Fate {
  ACCEPTED,
  REJECTED,
  /** Its key came again later the same night; of a mended file, or was accepted before. */
  DUPLICATE
}
