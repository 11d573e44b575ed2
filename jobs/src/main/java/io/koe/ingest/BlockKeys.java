package io.koe.ingest;

import io.koe.ingest.PackedRow.Parts;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The keys of a block's rows that keep the contract alone. */
final class BlockKeys {
  private final RowBlock block;
  private final TableContract table;
  private final Iterable<PackedRow> rows;

  BlockKeys(RowBlock block) {
    this.block = block;
    this.table = InputContract.table(block.file().table());
    this.rows = block.rows(table.hasInquiry() ? Parts.KEY_AND_VALUES : Parts.KEY);
  }

  /** Adds them, and the inquiries the rows belong to. */
  void addTo(KeySketch sketch) {
    for (PackedRow row : rows) {
      if (!row.isRejected()) {
        sketch.add(table.name(), row.key());
        if (table.followsInquiry()) {
          sketch.add(InputContract.INQUIRIES, inquiryId(row));
        }
      }
    }
  }

  /**
   * In the shape of {@link KeyRows#SCHEMA}. A row without an inquiry whose key no other row has is
   * left out.
   */
  List<Row> rows(KeySketch sketch) {
    List<Row> keys = new ArrayList<>();
    for (PackedRow row : rows) {
      if (!row.isRejected()) {
        boolean mayRepeat = sketch.mayRepeat(table.name(), row.key());
        if (mayRepeat || table.hasInquiry()) {
          keys.add(row(row, mayRepeat));
        }
      }
    }
    return keys;
  }

  private Row row(PackedRow row, boolean mayRepeat) {
    InputFile file = block.file();
    return RowFactory.create(
        table.name(),
        row.key(),
        file.arrivalDay(),
        block.task(),
        file.number(),
        row.rowNumber(),
        table.hasInquiry() ? inquiryId(row) : null,
        table.hasInquiry() ? row.values().get(table.position(table.eventTime())) : null,
        mayRepeat,
        file.isReplay());
  }

  private String inquiryId(PackedRow row) {
    return ((Binary) row.values().get(table.position("inquiry_id"))).toStringUsingUTF8();
  }
}
