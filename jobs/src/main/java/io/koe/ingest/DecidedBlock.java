package io.koe.ingest;

import io.koe.ingest.PackedRow.Parts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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

  Decision decision(PackedRow row) {
    RowPlace place = new RowPlace(file().number(), row.rowNumber());
    return decisions.getOrDefault(place, Decision.NONE);
  }

  /** What becomes of a row of the block. */
  Fate fate(PackedRow row) {
    return row.isRejected() ? Fate.REJECTED : decision(row).fate();
  }

  /** The rows that are accepted, with their values. */
  Iterator<PackedRow> accepted() {
    return StreamSupport.stream(block.rows(Parts.VALUES).spliterator(), false)
        .filter(row -> fate(row) == Fate.ACCEPTED)
        .iterator();
  }

  /** The columns of {@code rejected_rows}, {@code arrival_date} in days. */
  Iterator<Row> rejected() {
    List<Row> rejected = new ArrayList<>();
    for (PackedRow row : block.rows(Parts.PLACE)) {
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
