package io.koe.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that keep the contract alone and not together, one {@code decision} for each: {@code
 * duplicate}, or the code of {@link Reason#BEFORE_INQUIRY}.
 *
 * <ol>
 *   <li>Of rows with the same key in the same night the last one stays, by file and row.
 *   <li>A message or event is measured against its inquiry's latest version of that night.
 * </ol>
 */
final class Decisions {
  static final String DUPLICATE = "duplicate";
  private static final String[] POSITION = {"file_number", "row_number"};
  private static final String[] KEY = {"table_name", "arrival_date", "row_key"};

  private Decisions() {}

  /** {@code file_number, row_number, decision}; rows without a decision are accepted. */
  static Dataset<Row> of(StagedRows staged, RunTables tables, Night night) {
    Dataset<Row> duplicates = duplicates(staged.candidates());
    Dataset<Row> unique = staged.candidates().join(duplicates, POSITION, "left_anti");
    return duplicates.unionByName(beforeInquiry(unique, tables, night));
  }

  private static Dataset<Row> duplicates(Dataset<Row> candidates) {
    Column position = struct(POSITION[0], POSITION[1]);
    Dataset<Row> repeated =
        candidates
            .groupBy(col(KEY[0]), col(KEY[1]), col(KEY[2]))
            .agg(max(position).as("last"), count(lit(1)).as("copies"))
            .where("copies > 1");
    return candidates
        .select("table_name", "arrival_date", "row_key", "file_number", "row_number")
        .join(repeated, KEY)
        .where(position.lt(col("last")))
        .select(col(POSITION[0]), col(POSITION[1]), lit(DUPLICATE).as("decision"));
  }

  private static Dataset<Row> beforeInquiry(Dataset<Row> unique, RunTables tables, Night night) {
    Dataset<Row> followers = followers(unique);
    Dataset<Row> known = known(unique, tables, night);
    return followers
        .join(known, "inquiry_id")
        .where(col("known_date").leq(col("arrival_date")))
        .groupBy("file_number", "row_number", "happened_at")
        .agg(max_by(col("created_at"), col("known_date")).as("created_at"))
        .where(col("happened_at").lt(col("created_at")))
        .select(
            col(POSITION[0]), col(POSITION[1]), lit(Reason.BEFORE_INQUIRY.code()).as("decision"));
  }

  private static Dataset<Row> followers(Dataset<Row> unique) {
    return InputContract.tables().stream()
        .filter(TableContract::followsInquiry)
        .map(
            table ->
                unique
                    .where(col("table_name").equalTo(table.name()))
                    .select(
                        col("file_number"),
                        col("row_number"),
                        date_from_unix_date(col("arrival_date")).as("arrival_date"),
                        staged(table, "inquiry_id"),
                        timestamp_micros(staged(table, table.eventTime())).as("happened_at")))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Column staged(TableContract table, String column) {
    return col(table.column(column).orElseThrow().stagedName()).as(column);
  }

  /** Versions of inquiries, by the night they became known. */
  private static Dataset<Row> known(Dataset<Row> unique, RunTables tables, Night night) {
    TableContract inquiries = InputContract.table(InputContract.INQUIRIES);
    Dataset<Row> arrived =
        unique
            .where(col("table_name").equalTo(inquiries.name()))
            .select(
                staged(inquiries, "inquiry_id"),
                date_from_unix_date(col("arrival_date")).as("known_date"),
                timestamp_micros(staged(inquiries, "created_at")).as("created_at"));
    Dataset<Row> before =
        tables
            .read(inquiries.landedTable())
            .where(col("arrival_date").lt(lit(night.firstDate())))
            .select(col("inquiry_id"), col("arrival_date").as("known_date"), col("created_at"));
    return tables.isThere(inquiries.landedTable()) ? arrived.unionByName(before) : arrived;
  }

  /** The columns that name a row of a file. */
  static String[] position() {
    return Arrays.copyOf(POSITION, POSITION.length);
  }
}
