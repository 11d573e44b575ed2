package io.koe.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The keys of a block's rows that keep the contract alone. */
final class BlockKeys {
  private final RowBlock block;
  private final TableContract table;
  private final Iterable<StagedRow> rows;

  BlockKeys(RowBlock block) {
    this.block = block;
    this.table = InputContract.table(block.file().table());
    this.rows = table.hasInquiry() ? block.rows() : block.rowsWithoutValues();
  }

  /** Adds them, and the inquiries the rows belong to. */
  void addTo(KeySketch sketch) {
    for (StagedRow row : rows) {
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
    for (StagedRow row : rows) {
      if (!row.isRejected()) {
        boolean mayRepeat = sketch.mayRepeat(table.name(), row.key());
        if (mayRepeat || table.hasInquiry()) {
          keys.add(row(row, mayRepeat));
        }
      }
    }
    return keys;
  }

  private Row row(StagedRow row, boolean mayRepeat) {
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

  private String inquiryId(StagedRow row) {
    return (String) row.values().get(table.position("inquiry_id"));
  }
}
