package io.koe.report.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A table as printed: the first cell of a row names it.
 *
 * @param id unique on the page, and the name of its CSV
 * @param name what it shows
 * @param columns its columns
 * @param rows as many cells as there are columns
 */
public record DataTable(String id, String name, List<Column> columns, List<Row> rows)
    implements Block {

  /** How a column is set. */
  public enum Kind {
    WORDS("words"),
    NUMBER("number"),
    BADGE("label"),
    TREND("trend");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    /** Its class in the style sheet. */
    public String style() {
      return style;
    }
  }

  /**
   * A column.
   *
   * @param small a second line of its head; may be empty
   */
  public record Column(String title, String small, Kind kind) {
    public static Column words(String title) {
      return new Column(title, "", Kind.WORDS);
    }

    public static Column number(String title) {
      return new Column(title, "", Kind.NUMBER);
    }

    public static Column badge(String title) {
      return new Column(title, "", Kind.BADGE);
    }

    public static Column trend(String title) {
      return new Column(title, "", Kind.TREND);
    }
  }

  /** A row. */
  public record Row(Keys keys, List<Cell> cells) {
    public static Row of(Cell... cells) {
      return new Row(Keys.NONE, List.of(cells));
    }

    public static Row of(Keys keys, Cell... cells) {
      return new Row(keys, List.of(cells));
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table as a file for a spreadsheet, as a link that needs no server. */
  public String csvLink() {
    byte[] bytes = csv().getBytes(StandardCharsets.UTF_8);
    return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** Exact numbers, words as printed; trends are left out, they stand in tables of their own. */
  String csv() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().filter(DataTable::isWritten).map(Column::title).toList());
    rows.forEach(row -> lines.add(line(row)));
    return Csv.of(lines);
  }

  private List<String> line(Row row) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (isWritten(columns.get(i))) {
        fields.add(field(row.cells().get(i)));
      }
    }
    return fields;
  }

  private static String field(Cell cell) {
    return cell.value() == null ? Csv.words(cell.text()) : Csv.number(cell.value());
  }

  private static boolean isWritten(Column column) {
    return column.kind() != Kind.TREND;
  }
}
