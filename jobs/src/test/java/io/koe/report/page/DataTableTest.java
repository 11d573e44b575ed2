package io.koe.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTableTest {

  @Test
  void theFileHasExactNumbersAndWordsAsPrinted() {
    assertEquals(
        "\uFEFFトピック,件数\r\n\"発送, \"\"未着\"\"\",-12034.5\r\n－,\r\n",
        table(
                DataTable.Row.of(Cell.of("発送, \"未着\""), Cell.of("−12,035", -12034.5)),
                DataTable.Row.of(Cell.of("－"), Cell.of("", Double.NaN)))
            .csv());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+1", "@sum", "\t=1", "＝1+1", "＋1", "－1", "＠x", " =1"})
  void noWordsAreAFormula(String text) {
    assertTrue(table(DataTable.Row.of(Cell.of(text), Cell.of("1", 1))).csv().contains("'" + text));
  }

  private static DataTable table(DataTable.Row... rows) {
    return new DataTable(
        "t",
        "表",
        List.of(DataTable.Column.words("トピック"), DataTable.Column.number("件数")),
        List.of(rows));
  }
}
