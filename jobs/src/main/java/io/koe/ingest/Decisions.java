package io.koe.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Decides on rows by the other rows of their key and inquiry, of this run and of earlier nights.
 *
 * <ol>
 *   <li>A message or event is measured against its inquiry's latest version of that night.
 *   <li>Of rows with the same key in the same night the last one stays, by file and row.
 *   <li>An accepted row is compared with those accepted under its key on earlier nights. There, a
 *       row of a mended file is a duplicate: what was accepted stays as it is.
 * </ol>
 */
final class Decisions {
  private Decisions() {}

  /**
   * {@code task, file_number, row_number, is_duplicate, is_before_inquiry, is_superseding,
   * earlier_days} of the run's rows, but only of those on which there is something to say.
   */
  static Dataset<Row> of(KeyRows keys, int latenessDays) {
    Dataset<Row> conversations =
        keys.conversations()
            .select(columns(createdDay(), isBeforeInquiry()))
            .where(col("may_repeat").or(col("is_before_inquiry")));
    Dataset<Row> others = keys.others().select(columns(lit(null).cast("int"), lit(false)));
    return compared(conversations.unionByName(others), latenessDays);
  }

  private static Column[] columns(Column createdDay, Column isBeforeInquiry) {
    return new Column[] {
      col("table_name"),
      col("row_key"),
      col("arrival_date"),
      col("task"),
      col("file_number"),
      col("row_number"),
      col("may_repeat"),
      col("is_replay"),
      createdDay.as("created_day"),
      isBeforeInquiry.as("is_before_inquiry")
    };
  }

  /**
   * The latest version a night knows comes last before what follows it that night. That of a mended
   * file counts only when there is no other.
   */
  private static Column isBeforeInquiry() {
    WindowSpec known =
        Window.partitionBy("inquiry_id")
            .orderBy(col("arrival_date"), isInquiry().desc(), col("file_number"), col("row_number"))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column isOwn = isInquiry().and(not(col("is_replay")));
    Column createdAt =
        coalesce(
            last(when(isOwn, col("happened_at")), true).over(known),
            last(when(isInquiry(), col("happened_at")), true).over(known));
    return not(isInquiry()).and(coalesce(col("happened_at").lt(createdAt), lit(false)));
  }

  private static Column isInquiry() {
    return col("table_name").equalTo(InputContract.INQUIRIES);
  }

  private static Column createdDay() {
    return when(isInquiry(), unix_date(timestamp_micros(col("happened_at")).cast("date")));
  }

  private static Dataset<Row> compared(Dataset<Row> rows, int latenessDays) {
    WindowSpec key =
        Window.partitionBy("row_key", "table_name")
            .orderBy("arrival_date", "file_number", "row_number");
    WindowSpec earlier = key.rowsBetween(Window.unboundedPreceding(), -1);
    Column arrival = col("arrival_date");
    Column isDuplicate = coalesce(lead("arrival_date", 1).over(key).equalTo(arrival), lit(false));
    Column isAccepted = not(col("is_duplicate").or(col("is_before_inquiry")));
    Column previous = max(when(isAccepted, arrival)).over(earlier);
    Column earlierDays = collect_set(when(isAccepted, col("created_day"))).over(earlier);
    Column isKnown = col("is_replay").and(col("previous_date").isNotNull());
    Column isRecent = coalesce(col("previous_date").geq(arrival.minus(latenessDays)), lit(false));
    return rows.select(col("*"), isDuplicate.as("is_duplicate"))
        .select(col("*"), previous.as("previous_date"), earlierDays.as("earlier_days"))
        .where(col("task").isNotNull())
        .where(not(isAccepted).or(col("previous_date").isNotNull()))
        .select(
            col("task"),
            col("file_number"),
            col("row_number"),
            col("is_duplicate").or(isKnown).as("is_duplicate"),
            col("is_before_inquiry"),
            isAccepted.and(isRecent).and(not(isKnown)).as("is_superseding"),
            col("earlier_days"));
  }
}
