package io.koe.query;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns aligned for people, numbers to the right. Shows at most a number of rows and says how
 * many there are; long texts are cut, control characters are blanks, fractions have up to 6 digits.
 */
final class TableRows implements RowReader {
  private static final int CELL_WIDTH = 60;
  private static final int FRACTION_DIGITS = 6;

  private final Writer writer;
  private final PrintStream notes;
  private final int rowLimit;
  private final List<List<String>> lines = new ArrayList<>();
  private List<Column> columns = List.of();
  private long rows;

  TableRows(Writer writer, PrintStream notes, int rowLimit) {
    this.writer = writer;
    this.notes = notes;
    this.rowLimit = rowLimit;
  }

  @Override
  public void begin(List<Column> head) {
    columns = head;
    lines.add(head.stream().map(c -> cell(c.name())).toList());
  }

  @Override
  public void row(List<Object> values) {
    rows++;
    if (rows <= rowLimit) {
      lines.add(values.stream().map(TableRows::cell).toList());
    }
  }

  private static String cell(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return fraction(number);
    }
    String clean = QueryText.of(value).replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]", " ");
    return DisplayWidth.cut(clean, CELL_WIDTH);
  }

  private static String fraction(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(FRACTION_DIGITS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 && number != 0
        ? Double.toString(number)
        : rounded.stripTrailingZeros().toPlainString();
  }

  @Override
  public void end() throws IOException {
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      writer.write(aligned(lines.get(i), widths));
      if (i == 0) {
        writer.write(rule(widths));
      }
    }
    if (rows > rowLimit) {
      notes.printf("%d of %d rows shown; --format csv or json prints all.%n", rowLimit, rows);
    }
  }

  private String aligned(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - DisplayWidth.of(line.get(i)));
      text.append(i == 0 ? "" : "  ")
          .append(columns.get(i).isNumeric() ? blanks + line.get(i) : line.get(i) + blanks);
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String rule(int[] widths) {
    List<String> strokes = new ArrayList<>();
    for (int width : widths) {
      strokes.add("-".repeat(width));
    }
    return String.join("  ", strokes) + "\n";
  }
}
