package io.koe.watch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.max_by;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Feeds for legal, PR and trust and safety: {@code watch_items} and {@code watch_daily}.
 *
 * <ol>
 *   <li>Reads the inquiries landed on the run's nights.
 *   <li>Finds the rules that hold in subject and text.
 *   <li>Adds the topic by the model that was in force on the night of arrival.
 * </ol>
 */
public final class WatchStage implements Stage {
  private static final StructType HIT =
      new StructType()
          .add("inquiry_id", DataTypes.StringType)
          .add("arrival_date", DataTypes.DateType)
          .add("rule_id", DataTypes.StringType)
          .add("title", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("routed_to", DataTypes.StringType)
          .add("span", DataTypes.StringType);

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public void run(RunTables tables, Night night) {
    Dataset<Row> landed =
        tables
            .read("landed_inquiries")
            .where(col("arrival_date").between(night.firstDate(), night.date()));
    Dataset<Row> topics = topicsInForce(tables, night);
    tables.write(
        "watch_items",
        landed
            .select("inquiry_id", "arrival_date", "user_id", "service", "created_at")
            .withColumn("created_date", col("created_at").cast("date"))
            .join(hits(landed), new String[] {"inquiry_id", "arrival_date"}, "inner")
            .join(topics, new String[] {"inquiry_id", "arrival_date"}, "left"));
    tables.compute("watch_daily", night);
  }

  private static Dataset<Row> hits(Dataset<Row> landed) {
    Dataset<Row> texts =
        landed.select(
            col("inquiry_id"),
            col("arrival_date"),
            concat_ws("\n", col("subject"), col("body")).as("text"));
    MapPartitionsFunction<Row, Row> find =
        rows -> {
          WatchRules rules = WatchRules.load();
          return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
              .flatMap(row -> rules.find(row.getString(2)).stream().map(hit -> row(row, hit)))
              .iterator();
        };
    return texts.mapPartitions(find, Encoders.row(HIT));
  }

  private static Row row(Row text, WatchHit hit) {
    WatchRule rule = hit.rule();
    return RowFactory.create(
        text.get(0),
        text.get(1),
        rule.id(),
        rule.title(),
        rule.severity(),
        rule.routedTo(),
        hit.span());
  }

  /** The strongest topic of each arrived inquiry by the newest model of its night of arrival. */
  private static Dataset<Row> topicsInForce(RunTables tables, Night night) {
    return tables
        .read("topic_assignments")
        .where(
            col("is_primary")
                .and(col("arrival_date").between(night.firstDate(), night.date()))
                .and(col("model_date").leq(col("arrival_date"))))
        .groupBy("inquiry_id", "arrival_date")
        .agg(max_by(col("topic_id"), col("model_date")).as("topic_id"));
  }
}
