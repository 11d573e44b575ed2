package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Topics of rows of {@code inquiry_tokens} where the rows are: models travel to the executors, and
 * only ids and topics are shuffled, to keep each inquiry's latest row.
 *
 * <p>Gives inquiry_id, model_date, arrival_date, created_date, topic_id, weight, is_primary,
 * typicality (0 for unassigned; higher is more typical), copy_key (see {@link MinHash#key}).
 */
final class TopicAssigner {
  private static final StructType ASSIGNED =
      StructType.fromDDL(
          "inquiry_id string, model_date date, arrival_date date, created_date date,"
              + " copy_key bigint, topics array<struct<is_primary: boolean, topic_id: string, weight: double,"
              + " typicality: double>>");

  private TopicAssigner() {}

  /**
   * Under the model that speaks for each inquiry, and the taxonomy over it; model_date is null
   * while there is no model.
   */
  static Dataset<Row> assign(Dataset<Row> tokens, ModelCalendar models, Curation curation) {
    Broadcast<ModelCalendar> shared = broadcast(tokens, models);
    MapPartitionsFunction<Row, Row> assign =
        rows -> {
          ModelCalendar calendar = shared.value();
          return stream(rows).map(row -> speak(row, calendar, curation)).iterator();
        };
    Dataset<Row> assigned = tokens.mapPartitions(assign, Encoders.row(ASSIGNED));
    return latest(assigned, "inquiry_id");
  }

  /**
   * Under every model that saw each inquiry: the one it was learnt by, and the one in force when it
   * arrived.
   *
   * @param lastNights model date to the last night the model is in force
   * @param first the first night of the run; of models fitted before, only arrivals since count
   */
  static Dataset<Row> assignUnder(
      Dataset<Row> tokens,
      ModelCalendar models,
      SortedMap<LocalDate, LocalDate> lastNights,
      LocalDate first) {
    Broadcast<ModelCalendar> shared = broadcast(tokens, models);
    TreeMap<LocalDate, LocalDate> nights = new TreeMap<>(lastNights);
    MapPartitionsFunction<Row, Row> assign =
        rows -> {
          ModelCalendar calendar = shared.value();
          return stream(rows)
              .flatMap(
                  row ->
                      nights.keySet().stream()
                          .filter(model -> sees(model, nights.get(model), first, row))
                          .map(model -> assigned(row, model, calendar)))
              .iterator();
        };
    Dataset<Row> assigned = tokens.mapPartitions(assign, Encoders.row(ASSIGNED));
    return latest(assigned, "inquiry_id", "model_date");
  }

  private static Broadcast<ModelCalendar> broadcast(Dataset<Row> tokens, ModelCalendar models) {
    return JavaSparkContext.fromSparkContext(tokens.sparkSession().sparkContext())
        .broadcast(models);
  }

  private static boolean sees(LocalDate model, LocalDate lastNight, LocalDate first, Row row) {
    LocalDate arrival = date(row, "arrival_date");
    boolean isKnown = model.isBefore(first) && arrival.isBefore(first);
    return !arrival.isAfter(lastNight)
        && !isKnown
        && (arrival.isAfter(model)
            || ModelCalendar.isLearntFrom(model, date(row, "created_date"), arrival));
  }

  private static Row speak(Row row, ModelCalendar models, Curation curation) {
    List<TermSegment> segments = TokenRow.segments(row);
    LocalDate created = date(row, "created_date");
    LocalDate arrival = date(row, "arrival_date");
    Optional<LocalDate> model = models.speaksFor(created, arrival);
    List<TopicWeight> weights =
        model
            .map(m -> models.assign(m, segments, created, arrival))
            .orElse(List.of(TopicWeight.UNASSIGNED));
    List<String> terms = TermSegment.terms(segments);
    return row(row, model.orElse(null), curation.topics(terms, weights));
  }

  private static Row assigned(Row row, LocalDate model, ModelCalendar models) {
    List<TermSegment> segments = TokenRow.segments(row);
    List<TopicWeight> weights =
        models.assign(model, segments, date(row, "created_date"), date(row, "arrival_date"));
    return row(row, model, weights);
  }

  private static Row row(Row row, LocalDate model, List<TopicWeight> weights) {
    List<String> terms = row.getList(row.fieldIndex("terms"));
    Row[] topics =
        weights.stream()
            .map(
                w ->
                    RowFactory.create(
                        w.isPrimary(), w.topicId(), w.weight(), w.typicality(terms.size())))
            .toArray(Row[]::new);
    return RowFactory.create(
        row.getAs("inquiry_id"),
        model == null ? null : Date.valueOf(model),
        row.getAs("arrival_date"),
        row.getAs("created_date"),
        MinHash.key(terms),
        topics);
  }

  private static Dataset<Row> latest(Dataset<Row> assigned, String... keys) {
    List<String> key = List.of(keys);
    return assigned
        .groupBy(key.stream().map(k -> col(k).as("key_" + k)).toArray(Column[]::new))
        .agg(
            max(struct(
                    col("arrival_date"),
                    col("created_date"),
                    col("inquiry_id"),
                    col("model_date"),
                    col("copy_key"),
                    col("topics")))
                .as("latest"))
        .select(
            col("latest.inquiry_id"),
            col("latest.model_date"),
            col("latest.arrival_date"),
            col("latest.created_date"),
            col("latest.copy_key"),
            explode(col("latest.topics")).as("topic"))
        .select(
            col("inquiry_id"),
            col("model_date"),
            col("arrival_date"),
            col("created_date"),
            col("topic.topic_id"),
            col("topic.weight"),
            col("topic.is_primary"),
            col("topic.typicality"),
            col("copy_key"));
  }

  private static Stream<Row> stream(Iterator<Row> rows) {
    Iterable<Row> once = () -> rows;
    return StreamSupport.stream(once.spliterator(), false);
  }

  private static LocalDate date(Row row, String column) {
    return row.<Date>getAs(column).toLocalDate();
  }
}
