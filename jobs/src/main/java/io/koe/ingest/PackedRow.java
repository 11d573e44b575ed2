package io.koe.ingest;

import java.util.List;

/**
 * A row of a block, as it was packed.
 *
 * @param rowNumber see {@link StagedRow}
 * @param key its key's values as one text; null when it is rejected or was not asked for
 * @param values one per column of the table as {@link ColumnType#parquet} says, texts in UTF-8;
 *     none when it is rejected or they were not asked for
 * @param reason see {@link StagedRow}
 * @param column see {@link StagedRow}
 * @param hash see {@link StagedRow}
 */
record PackedRow(
    long rowNumber, String key, List<Object> values, String reason, String column, String hash) {

  /** What of a row is unpacked; most questions are not about all of it. */
  enum Parts {
    /** Where it is, and whether and why it is rejected. */
    PLACE(false, false),
    /** And its key. */
    KEY(true, false),
    /** And its values. */
    VALUES(false, true),
    KEY_AND_VALUES(true, true);

    private final boolean hasKey;
    private final boolean hasValues;

    Parts(boolean hasKey, boolean hasValues) {
      this.hasKey = hasKey;
      this.hasValues = hasValues;
    }

    boolean hasKey() {
      return hasKey;
    }

    boolean hasValues() {
      return hasValues;
    }
  }

  boolean isRejected() {
    return reason != null;
  }
}
