package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.koe.night.RunTables;
import java.sql.Date;
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

  static List<SampledInquiry> of(RunTables tables, LocalDate night) {
    Dataset<Row> window =
        landed(tables.read("inquiry_tokens"), night)
            .where(col("created_date").leq(lit(night)))
            .where(col("created_date").gt(lit(night.minusDays(ModelCalendar.WINDOW_DAYS))));
    long rows = window.count();
    // Twice as many as needed, so that versions of the same inquiry leave enough.
    long buckets = rows <= 2L * MOST ? BUCKETS : 2L * MOST * BUCKETS / rows;
    Column isSampled = pmod(xxhash64(col("inquiry_id")), lit(BUCKETS)).lt(lit(buckets));
    Column[] latest = {
      col("arrival_date"),
      col("created_date"),
      col("terms"),
      col("segment_ends"),
      col("segment_fingerprints")
    };
    Dataset<Row> users =
        landed(tables.read("landed_inquiries"), night)
            .where(isSampled)
            .groupBy("inquiry_id", "arrival_date")
            .agg(min("user_id").as("user_id"));
    return window
        .where(isSampled)
        .groupBy(col("inquiry_id"))
        .agg(max(struct(latest)).as("latest"))
        .orderBy(xxhash64(col("inquiry_id")), col("inquiry_id"))
        .limit(MOST)
        .select(col("inquiry_id"), col("latest.*"))
        .join(users, new String[] {"inquiry_id", "arrival_date"})
        .orderBy("inquiry_id")
        .collectAsList()
        .stream()
        .map(FitSample::inquiry)
        .toList();
  }

  /** Rows that landed in the window of a fit. */
  private static Dataset<Row> landed(Dataset<Row> rows, LocalDate night) {
    return rows.where(col("arrival_date").leq(lit(night)))
        // Nothing arrives before it is created; tells Spark which files it need not open.
        .where(col("arrival_date").gt(lit(night.minusDays(ModelCalendar.WINDOW_DAYS))));
  }

  private static SampledInquiry inquiry(Row row) {
    return new SampledInquiry(
        row.getAs("inquiry_id"),
        row.<Date>getAs("created_date").toLocalDate(),
        row.<Date>getAs("arrival_date").toLocalDate(),
        row.getAs("user_id"),
        TokenRow.segments(row));
  }
}
