package io.koe.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * The shape of a parsed row of any table: where it is from, what became of it, and a column for
 * every column of every table. A slice ends with one row that has only {@code summary}.
 */
final class StagedColumns {
  private static final String HEAD =
      "table_name string, arrival_date int, file_number int, file string, row_number bigint,"
          + " row_key string, reason string, column_name string, row_hash string,"
          + " summary struct<read: bigint, blank: bigint, not_utf8: bigint,"
          + " unknown_columns: array<int>, fault: string, sha256: string>";
  static final int HEAD_SIZE = 10;
  private static final Map<String, Integer> POSITIONS = new LinkedHashMap<>();
  private static final StructType SCHEMA = schemaOf(InputContract.tables());

  private StagedColumns() {}

  static StructType schema() {
    return SCHEMA;
  }

  static int size() {
    return SCHEMA.size();
  }

  /** Where a table's columns go, in the table's order. */
  static int[] positions(TableContract table) {
    return table.columns().stream().mapToInt(c -> POSITIONS.get(c.stagedName())).toArray();
  }

  private static StructType schemaOf(List<TableContract> tables) {
    List<String> columns = new ArrayList<>(List.of(HEAD));
    for (TableContract table : tables) {
      for (ColumnContract column : table.columns()) {
        String name = column.stagedName();
        if (!POSITIONS.containsKey(name)) {
          POSITIONS.put(name, HEAD_SIZE + POSITIONS.size());
          columns.add(name + " " + column.type().storage());
        }
      }
    }
    return StructType.fromDDL(String.join(", ", columns));
  }
}
