package io.koe.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What became of a file: {@code read = accepted + rejected + duplicates}.
 *
 * @param erased rejected rows of people who have been erased
 * @param superseded accepted rows that replace one of an earlier night
 * @param unreadable records read before the fault of a file that is set aside
 * @param reason why it is set aside; null when it was read to its end
 */
record FileOutcome(
    InputFile file,
    String sha256,
    long read,
    long accepted,
    long rejected,
    long erased,
    long duplicates,
    long superseded,
    long blank,
    long unreadable,
    int unknownColumns,
    String reason) {

  /** A row of {@code input_files}. */
  Row toRow() {
    return RowFactory.create(
        file.table(),
        file.name(),
        sha256,
        file.bytes(),
        read,
        accepted,
        rejected,
        erased,
        duplicates,
        superseded,
        blank,
        unreadable,
        unknownColumns,
        reason == null,
        reason,
        file.replays(),
        file.arrivalDate());
  }
}
