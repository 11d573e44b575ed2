package io.koe.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the parser makes of a file, as a task keeps it: packed and unpacked again. */
record ParsedFile(List<StagedRow> rows, SliceSummary summary) {
  static final LocalDate ARRIVAL = LocalDate.parse("2026-10-01");

  static ParsedFile of(Path file, TableContract table) {
    return of(file, table, 0, 1);
  }

  static ParsedFile of(Path file, TableContract table, int slice, int slices) {
    InputFile input = new InputFile(0, table.name(), "x", file.toString(), ARRIVAL, 0, 0, null);
    List<StagedRow> rows = new ArrayList<>();
    List<SliceSummary> summaries = new ArrayList<>();
    new SliceBlocks(0, List.of(new FileSlice(input, slice, slices)), new PlainPrivacy(), 35)
        .forEachRemaining(
            block -> {
              block.rows().forEach(rows::add);
              summaries.add(block.summary());
            });
    return new ParsedFile(rows, summaries.get(summaries.size() - 1));
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
