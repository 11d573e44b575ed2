package io.koe.pipeline;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.koe.night.RunTables;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many final figures of a published snapshot a run has changed, withheld or dropped. */
final class ChangedFigures {
  private static final double NOTHING = 1e-12;

  /** By table, its date. */
  private static final Map<String, String> TABLES =
      Map.of("metrics_daily", "metric_date", "metrics_weekly", "week_start_date");

  private ChangedFigures() {}

  /**
   * Counts them.
   *
   * @param tables of the run
   * @param before the published snapshot
   */
  static long count(RunTables tables, Path before) {
    return TABLES.entrySet().stream()
        .mapToLong(
            table -> {
              Path folder = before.resolve("shared").resolve(table.getKey());
              Dataset<Row> published = tables.spark().read().parquet(folder.toString());
              return count(published, tables.read(table.getKey()), table.getValue());
            })
        .sum();
  }

  private static long count(Dataset<Row> published, Dataset<Row> now, String date) {
    String[] cell = {"metric_id", date, "service", "channel", "topic_id", "office"};
    Dataset<Row> old = finals(published).withColumnRenamed("value", "old_value");
    Column isOther =
        col("value").isNull().or(abs(col("value").minus(col("old_value"))).gt(NOTHING));
    return old.join(finals(now), cell, "left").where(isOther).count();
  }

  private static Dataset<Row> finals(Dataset<Row> metrics) {
    return metrics
        .where(col("is_mature").and(not(col("is_suppressed"))).and(col("value").isNotNull()))
        .drop("users", "numerator", "denominator");
  }
}
