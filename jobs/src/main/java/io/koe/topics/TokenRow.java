package io.koe.topics;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of {@code inquiry_tokens}. */
final class TokenRow {
  private TokenRow() {}

  /** The pieces of a row; one where the row doesn't tell them, as rows of older versions don't. */
  static List<TermSegment> segments(Row row) {
    List<String> terms = row.getList(row.fieldIndex("terms"));
    int ends = row.fieldIndex("segment_ends");
    if (row.isNullAt(ends)) {
      return List.of(new TermSegment(0, terms));
    }
    List<Integer> end = row.getList(ends);
    List<Long> fingerprints = row.getList(row.fieldIndex("segment_fingerprints"));
    List<TermSegment> segments = new ArrayList<>();
    for (int i = 0; i < end.size(); i++) {
      int from = i == 0 ? 0 : end.get(i - 1);
      segments.add(new TermSegment(fingerprints.get(i), terms.subList(from, end.get(i))));
    }
    return segments;
  }
}
