package io.koe.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 4180 with a header. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe (CWE-1236); numbers never do. Null is an empty cell.
 */
final class CsvRows implements RowReader {
  private static final String FORMULA = "=+-@＝＋－＠\t\r";
  private final CsvWriter csv;

  CsvRows(Writer writer) {
    csv = CsvWriter.builder().build(writer);
  }

  @Override
  public void begin(List<Column> columns) {
    csv.writeRecord(columns.stream().map(c -> safe(c.name())).toList());
  }

  @Override
  public void row(List<Object> values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? "" : value instanceof Number ? number(value) : cell(value));
    }
    csv.writeRecord(cells);
  }

  private static String number(Object value) {
    return value instanceof java.math.BigDecimal exact ? exact.toPlainString() : value.toString();
  }

  private static String cell(Object value) {
    return safe(QueryText.of(value));
  }

  /** Spreadsheets skip leading blanks, so the first character that is none decides. */
  static String safe(String text) {
    return startsFormula(text) || startsFormula(text.strip()) ? "'" + text : text;
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  @Override
  public void end() throws IOException {
    try {
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
