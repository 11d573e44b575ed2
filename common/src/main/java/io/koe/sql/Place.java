package io.koe.sql;

import java.util.Locale;

/** Where a table lives in a snapshot, and so who reads it. */
public enum Place {
  /** Aggregates, safe to hand around. */
  SHARED,
  /** Row level: masked text, keyed users. */
  RESTRICTED,
  /** A step between tables: a view of the run, never written. */
  INTERNAL;

  /** The folder's name in a snapshot: {@code shared} or {@code restricted}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
