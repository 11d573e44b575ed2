package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.koe.ingest.PackedRow.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows, packed and unpacked again. */
class RowWriterTest {
  private static final List<Object> VALUES =
      Arrays.asList("日本語 😀", null, 1L << 40, -3, 0.25, true, false, "長".repeat(100_000));
  private static final StagedRow GOOD = new StagedRow(7, "k", VALUES, null, null, "hash");
  private static final StagedRow REJECTED =
      new StagedRow(8, null, List.of(), "invalid_value", "entry", "other");

  @Test
  void everyKindOfValueComesBack() {
    List<PackedRow> rows = unpacked(Parts.KEY_AND_VALUES, GOOD, REJECTED);
    assertEquals(7, rows.get(0).rowNumber());
    assertEquals("k", rows.get(0).key());
    assertEquals("hash", rows.get(0).hash());
    assertFalse(rows.get(0).isRejected());
    assertEquals(VALUES, values(rows.get(0)));
    assertEquals(rejected(), rows.get(1));
    assertEquals(2, rows.size());
  }

  @Test
  void aListComesBackAsAList() {
    String[] items = {"h1", "", "h2"};
    StagedRow row = new StagedRow(1, "k", List.<Object>of(items, new String[0]), null, null, null);
    assertEquals(
        List.of(List.of(items), List.of()), values(unpacked(Parts.VALUES, row, REJECTED).get(0)));
  }

  @Test
  void whatIsNotAskedForIsLeftOutAndTheRestIsTheSame() {
    assertEquals(
        List.of(new PackedRow(7, "k", List.of(), null, null, "hash"), rejected()),
        unpacked(Parts.KEY, GOOD, REJECTED));
    assertEquals(
        List.of(new PackedRow(7, null, List.of(), null, null, "hash"), rejected()),
        unpacked(Parts.PLACE, GOOD, REJECTED));
    List<PackedRow> rows = unpacked(Parts.VALUES, GOOD, REJECTED);
    assertEquals(null, rows.get(0).key());
    assertEquals(VALUES, values(rows.get(0)));
    assertEquals(rejected(), rows.get(1));
  }

  private static PackedRow rejected() {
    return new PackedRow(8, null, List.of(), "invalid_value", "entry", "other");
  }

  private static List<Object> values(PackedRow row) {
    List<Object> values = new ArrayList<>();
    row.values().forEach(value -> values.add(ParsedFile.withTexts(value)));
    return values;
  }

  private static List<PackedRow> unpacked(Parts parts, StagedRow... rows) {
    RowWriter writer = new RowWriter();
    for (StagedRow row : rows) {
      writer.write(row);
    }
    List<PackedRow> unpacked = new ArrayList<>();
    new RowReader(writer.toBytes(), parts).forEachRemaining(unpacked::add);
    return unpacked;
  }
}
