package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.koe.night.RunTables;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The inquiries a model is fitted on: opened in the 56 days up to the fit, landed by it, each in
 * its latest version of that night; 20,000 at most, those whose ids hash lowest.
 */
final class FitSample {
  private static final int MOST = 20_000;
  private static final long BUCKETS = 100_000;

  private FitSample() {}

  static List<TopicDocument> of(RunTables tables, LocalDate night) {
    Dataset<Row> window =
        tables
            .read("inquiry_tokens")
            .where(col("arrival_date").leq(lit(night)))
            // Nothing arrives before it is created; tells Spark which files it need not open.
            .where(col("arrival_date").gt(lit(night.minusDays(ModelCalendar.WINDOW_DAYS))))
            .where(col("created_date").leq(lit(night)))
            .where(col("created_date").gt(lit(night.minusDays(ModelCalendar.WINDOW_DAYS))));
    Column bucket = pmod(xxhash64(col("inquiry_id")), lit(BUCKETS));
    long rows = window.count();
    // Twice as many as needed, so that versions of the same inquiry leave enough.
    long buckets = rows <= 2L * MOST ? BUCKETS : 2L * MOST * BUCKETS / rows;
    return window
        .where(bucket.lt(lit(buckets)))
        .groupBy(col("inquiry_id"))
        .agg(max(struct(col("arrival_date"), col("created_date"), col("terms"))).as("latest"))
        .orderBy(xxhash64(col("inquiry_id")), col("inquiry_id"))
        .limit(MOST)
        .select(col("inquiry_id"), col("latest.created_date"), col("latest.terms"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new TopicDocument(row.getString(0), row.getDate(1).toLocalDate(), row.getList(2)))
        .toList();
  }
}
