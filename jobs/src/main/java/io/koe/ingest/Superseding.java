package io.koe.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Accepted rows whose key an earlier night brought too. Looked for as far back as rows may be late:
 * what happened once can't have arrived earlier than that.
 */
final class Superseding {
  private Superseding() {}

  /** {@code file_number} of each superseding row. */
  static Dataset<Row> of(Dataset<Row> accepted, RunTables tables, Night night) {
    Dataset<Row> keys =
        accepted.select(
            col("table_name"),
            col("row_key"),
            date_from_unix_date(col("arrival_date")).as("arrival_date"),
            col("file_number"));
    for (TableContract table : InputContract.tables()) {
      if (table.isDaily() && tables.isThere(table.landedTable())) {
        keys = keys.unionByName(earlier(table, tables, night));
      }
    }
    Column previous =
        lag("arrival_date", 1)
            .over(Window.partitionBy("table_name", "row_key").orderBy("arrival_date"));
    return keys.withColumn("previous_date", previous)
        .where(col("file_number").isNotNull())
        .where(
            col("previous_date")
                .geq(date_sub(col("arrival_date"), night.settings().latenessDays())))
        .select("file_number");
  }

  private static Dataset<Row> earlier(TableContract table, RunTables tables, Night night) {
    Column arrival = col("arrival_date");
    return tables
        .read(table.landedTable())
        .where(arrival.lt(lit(night.firstDate())))
        .where(arrival.geq(lit(night.firstDate().minusDays(night.settings().latenessDays()))))
        .select(
            lit(table.name()).as("table_name"),
            key(table.key()).as("row_key"),
            arrival,
            lit(null).cast("int").as("file_number"));
  }

  /** The same text as {@link RowChecker} makes of a key. */
  private static Column key(List<String> columns) {
    return concat_ws(
        "\u001f",
        columns.stream().map(c -> coalesce(col(c).cast("string"), lit(""))).toArray(Column[]::new));
  }
}
