package io.koe.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A block and what was decided on its rows.
 *
 * @param decisions of the task's rows, but only of those on which there is something to say
 */
record DecidedBlock(RowBlock block, Map<RowPlace, Decision> decisions) {
  InputFile file() {
    return block.file();
  }

  Decision decision(StagedRow row) {
    RowPlace place = new RowPlace(file().number(), row.rowNumber());
    return decisions.getOrDefault(place, Decision.NONE);
  }

  /** What becomes of a row of the block. */
  Fate fate(StagedRow row) {
    return row.isRejected() ? Fate.REJECTED : decision(row).fate();
  }

  /** The table's values as {@link ColumnType#storage} says, and {@code arrival_date} in days. */
  Iterator<Row> accepted() {
    List<Row> accepted = new ArrayList<>();
    for (StagedRow row : block.rows()) {
      if (fate(row) == Fate.ACCEPTED) {
        Object[] values = row.values().toArray(new Object[row.values().size() + 1]);
        values[values.length - 1] = file().arrivalDay();
        accepted.add(RowFactory.create(values));
      }
    }
    return accepted.iterator();
  }

  /** The columns of {@code rejected_rows}, {@code arrival_date} in days. */
  Iterator<Row> rejected() {
    List<Row> rejected = new ArrayList<>();
    for (StagedRow row : block.rowsWithoutValues()) {
      if (fate(row) == Fate.REJECTED) {
        rejected.add(
            RowFactory.create(
                file().table(),
                file().name(),
                row.rowNumber(),
                row.isRejected() ? row.reason() : Reason.BEFORE_INQUIRY.code(),
                row.column(),
                row.hash(),
                file().arrivalDay()));
      }
    }
    return rejected.iterator();
  }
}
