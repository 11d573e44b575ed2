package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows, packed and unpacked again. */
class RowWriterTest {
  private static final StagedRow GOOD =
      new StagedRow(
          7,
          "k",
          Arrays.asList("日本語 😀", null, 1L << 40, -3, 0.25, true, false, "長".repeat(100_000)),
          null,
          null,
          "hash");
  private static final StagedRow REJECTED =
      new StagedRow(8, null, List.of(), "invalid_value", "entry", "other");

  @Test
  void everyKindOfValueComesBack() {
    RowReader rows = new RowReader(packed(GOOD, REJECTED), true);
    assertEquals(GOOD, rows.next());
    assertEquals(REJECTED, rows.next());
    assertFalse(rows.hasNext());
  }

  @Test
  void aListComesBackAsAnArray() {
    String[] items = {"h1", "", "h2"};
    StagedRow row = new StagedRow(1, "k", List.<Object>of(items, new String[0]), null, null, null);
    List<Object> values = new RowReader(packed(row), true).next().values();
    assertArrayEquals(items, (String[]) values.get(0));
    assertArrayEquals(new String[0], (String[]) values.get(1));
  }

  @Test
  void withoutValuesTheRestOfTheRowIsTheSame() {
    RowReader rows = new RowReader(packed(GOOD, REJECTED), false);
    assertEquals(new StagedRow(7, "k", List.of(), null, null, "hash"), rows.next());
    assertEquals(REJECTED, rows.next());
    assertFalse(rows.hasNext());
  }

  private static byte[] packed(StagedRow... rows) {
    RowWriter writer = new RowWriter();
    for (StagedRow row : rows) {
      writer.write(row);
    }
    return writer.toBytes();
  }
}
