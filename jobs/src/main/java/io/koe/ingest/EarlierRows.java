package io.koe.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What earlier nights landed under the keys of this run's rows, in the shape of {@link KeyRows}
 * with no file. The tables are read once, without their text; a few rows of other keys come along.
 */
final class EarlierRows {
  private final RunTables tables;
  private final Night night;

  EarlierRows(RunTables tables, Night night) {
    this.tables = tables;
    this.night = night;
  }

  /** Of inquiries and of these tables; empty when there is no earlier night. */
  Optional<Dataset<Row>> of(List<TableContract> tables, Broadcast<KeySketch> keys) {
    if (!this.tables.isThere(InputContract.table(InputContract.INQUIRIES).landedTable())) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(inquiries(keys)), tables.stream().flatMap(table -> of(table, keys).stream()))
        .reduce(Dataset::unionByName);
  }

  /** All versions of the inquiries: one may be moved to another day however old it is. */
  private Dataset<Row> inquiries(Broadcast<KeySketch> keys) {
    TableContract table = InputContract.table(InputContract.INQUIRIES);
    return rows(
        table,
        earlier(table, KnownRows.inquiries(tables), keys),
        col("inquiry_id"),
        unix_micros(col(table.eventTime())));
  }

  /** Rows of another daily table, as far back as a row may be late. */
  private Optional<Dataset<Row>> of(TableContract table, Broadcast<KeySketch> keys) {
    boolean isInquiries = table.name().equals(InputContract.INQUIRIES);
    if (isInquiries || !table.isDaily() || !tables.isThere(table.landedTable())) {
      return Optional.empty();
    }
    Column isRecent =
        col("arrival_date").geq(lit(night.firstDate().minusDays(night.settings().latenessDays())));
    Column none = lit(null);
    return Optional.of(
        rows(
            table,
            earlier(table, tables.read(table.landedTable()), keys).where(isRecent),
            none.cast("string"),
            none.cast("bigint")));
  }

  private Dataset<Row> earlier(
      TableContract table, Dataset<Row> source, Broadcast<KeySketch> keys) {
    String name = table.name();
    UDF1<String, Boolean> mayHold = key -> keys.value().mayHold(name, key);
    return source
        .where(col("arrival_date").lt(lit(night.firstDate())))
        .where(udf(mayHold, DataTypes.BooleanType).apply(key(table.key())));
  }

  private static Dataset<Row> rows(
      TableContract table, Dataset<Row> landed, Column inquiry, Column time) {
    Column none = lit(null);
    return landed.select(
        lit(table.name()).as("table_name"),
        key(table.key()).as("row_key"),
        unix_date(col("arrival_date")).as("arrival_date"),
        none.cast("int").as("task"),
        none.cast("int").as("file_number"),
        none.cast("bigint").as("row_number"),
        inquiry.as("inquiry_id"),
        time.as("happened_at"),
        lit(true).as("may_repeat"),
        lit(false).as("is_replay"));
  }

  /** The same text as {@link RowChecker} makes of a key. */
  private static Column key(List<String> columns) {
    return concat_ws(
        "\u001f",
        columns.stream().map(c -> coalesce(col(c).cast("string"), lit(""))).toArray(Column[]::new));
  }
}
