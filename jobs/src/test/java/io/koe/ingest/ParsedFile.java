package io.koe.ingest;

import io.koe.ingest.PackedRow.Parts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/** What the parser makes of a file, as a task keeps it: packed and unpacked again. */
record ParsedFile(List<PackedRow> rows, SliceSummary summary) {
  static final LocalDate ARRIVAL = LocalDate.parse("2026-10-01");

  static ParsedFile of(Path file, TableContract table) {
    return of(file, table, 0, 1);
  }

  static ParsedFile of(Path file, TableContract table, int slice, int slices) {
    InputFile input = new InputFile(0, table.name(), "x", file.toString(), ARRIVAL, 0, 0, null);
    List<PackedRow> rows = new ArrayList<>();
    List<SliceSummary> summaries = new ArrayList<>();
    new SliceBlocks(0, List.of(new FileSlice(input, slice, slices)), new PlainPrivacy(), 35)
        .forEachRemaining(
            block -> {
              block.rows(Parts.KEY_AND_VALUES).forEach(row -> rows.add(withTexts(row)));
              summaries.add(block.summary());
            });
    return new ParsedFile(rows, summaries.get(summaries.size() - 1));
  }

  private static PackedRow withTexts(PackedRow row) {
    List<Object> values = new ArrayList<>();
    row.values().forEach(value -> values.add(withTexts(value)));
    return new PackedRow(
        row.rowNumber(), row.key(), values, row.reason(), row.column(), row.hash());
  }

  /** Texts as Java has them. */
  static Object withTexts(Object value) {
    if (value instanceof Binary text) {
      return text.toStringUsingUTF8();
    }
    return value instanceof List<?> items
        ? items.stream().map(ParsedFile::withTexts).toList()
        : value;
  }

  /** Reasons and columns of all rows, in the order of the file; null for a good row. */
  List<String> reasons() {
    return rows.stream()
        .map(r -> r.reason() + (r.column() == null ? "" : " " + r.column()))
        .toList();
  }

  /** A column of the good rows. */
  List<Object> values(TableContract table, String column) {
    return rows.stream()
        .filter(r -> r.reason() == null)
        .map(r -> r.values().get(table.position(column)))
        .toList();
  }
}
