package io.koe.query;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** DuckDB's answer, row by row, as plain Java values. */
final class ResultRows {
  private static final Set<String> NUMERIC =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE");

  private ResultRows() {}

  /** Hands on the columns and as many rows as are wanted. */
  static void hand(ResultSet rows, RowReader reader) throws SQLException, IOException {
    List<Column> columns = columns(rows.getMetaData());
    reader.begin(columns);
    while (!reader.isFull() && rows.next()) {
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = QueryValue.of(rows.getObject(i + 1));
      }
      reader.row(Arrays.asList(values));
    }
    reader.end();
  }

  private static List<Column> columns(ResultSetMetaData head) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= head.getColumnCount(); i++) {
      String type = head.getColumnTypeName(i);
      boolean isNumeric = NUMERIC.contains(type) || type.startsWith("DECIMAL");
      columns.add(new Column(head.getColumnLabel(i), isNumeric));
    }
    return columns;
  }
}
