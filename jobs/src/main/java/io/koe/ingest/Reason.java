package io.koe.ingest;

import java.util.Locale;

/** Why a row is rejected or a file set aside; the code is part of the tables' contract. */
enum Reason {
  /** Not a record of its format: broken JSON, a key twice, an array, a wrong number of cells. */
  UNPARSEABLE,
  /** A record of more than {@link LineReader#MAXIMUM_BYTES}. */
  TOO_LARGE,
  /** Bytes that are not UTF-8, or half a character. */
  INVALID_UTF8,
  /** A required value is absent, null or blank. */
  MISSING_REQUIRED,
  /** A value of the wrong type, outside a closed list, or impossible. */
  INVALID_VALUE,
  /** Arrived more than the allowed days after it happened. */
  TOO_LATE,
  /** Happened after the end of the day it arrived. */
  IN_FUTURE,
  /** Happened before its inquiry was created. */
  BEFORE_INQUIRY,
  /** Belongs to a person who has been erased. */
  ERASED,

  /** File: truncated, or not what its extension says. */
  CORRUPT_FILE,
  /** File: UTF-16, or mostly not UTF-8. */
  WRONG_ENCODING,
  /** File: an extension no reader knows. */
  UNKNOWN_FORMAT,
  /** File: no column of a required name, or one name twice. */
  WRONG_COLUMNS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
