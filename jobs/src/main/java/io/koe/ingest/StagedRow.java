package io.koe.ingest;

import java.util.List;

/**
 * A parsed row of any table, protected: either its key and values, or why it is rejected.
 *
 * @param rowNumber where the row starts in its file, see {@link RawRecord#rowNumber}
 * @param key its key's values as one text; null when it is rejected
 * @param values one per column of the table, as {@link ColumnType#storage} says; none when rejected
 * @param reason why it is rejected, a {@link Reason#code}; null when it isn't
 * @param column the column at fault, if it is one
 * @param hash the keyed hash of the row as it was read; null for a row no later rule can reject
 */
record StagedRow(
    long rowNumber, String key, List<Object> values, String reason, String column, String hash) {

  static StagedRow good(long rowNumber, CheckedRow checked, String hash) {
    return new StagedRow(rowNumber, checked.key(), checked.values(), null, null, hash);
  }

  static StagedRow rejected(long rowNumber, RowFault fault, String hash) {
    return new StagedRow(rowNumber, null, List.of(), fault.reason().code(), fault.column(), hash);
  }
}
