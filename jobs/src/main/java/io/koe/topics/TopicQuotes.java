package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Quotes of each topic and week with enough customers, from its most typical inquiries. */
final class TopicQuotes {
  private static final int CANDIDATES = 30;
  private static final int LONGEST_BODY = 1500;

  private TopicQuotes() {}

  /** A topic in a week, named by the model that speaks for its inquiries. */
  private record Cell(Date week, String topicId, Date modelDate) {}

  /**
   * Rows of {@code topic_quotes} for the weeks of the given inquiries.
   *
   * @param assigned as {@link TopicAssigner} gives it
   * @param landed the rows of {@code landed_inquiries}
   * @param minimumUsers topics with fewer customers in a week are not quoted
   */
  static List<Row> of(
      Dataset<Row> assigned, Dataset<Row> landed, ModelCalendar models, int minimumUsers) {
    Column isShort = length(col("body")).leq(lit(LONGEST_BODY));
    WindowSpec cell = Window.partitionBy("week_start_date", "topic_id");
    WindowSpec mostTypical =
        cell.orderBy(
            isShort.desc(),
            col("typicality").desc(),
            xxhash64(col("inquiry_id")),
            col("inquiry_id"),
            col("body"));
    List<Row> candidates =
        assigned
            .where(col("is_primary"))
            .withColumn("week_start_date", TouchedDays.week())
            .join(
                landed.select("inquiry_id", "arrival_date", "user_id", "service", "body"),
                new String[] {"inquiry_id", "arrival_date"})
            // The last of the users in their order has the number of users for its place.
            .withColumn("user_place", dense_rank().over(cell.orderBy("user_id")))
            .withColumn("users", max("user_place").over(cell))
            .where(col("users").geq(lit(minimumUsers)))
            .withColumn("place", row_number().over(mostTypical))
            .where(col("place").leq(lit(CANDIDATES)).and(isShort))
            .orderBy("week_start_date", "topic_id", "place")
            .select("week_start_date", "topic_id", "model_date", "user_id", "service", "body")
            .collectAsList();
    return choose(candidates, models);
  }

  private static List<Row> choose(List<Row> candidates, ModelCalendar models) {
    Map<Cell, List<QuoteChoice.Candidate>> cells = new LinkedHashMap<>();
    Map<List<Object>, Cell> named = new LinkedHashMap<>();
    for (Row row : candidates) {
      Cell cell = new Cell(row.getDate(0), row.getString(1), row.getDate(2));
      Cell first = named.computeIfAbsent(List.of(cell.week(), cell.topicId()), k -> cell);
      cells
          .computeIfAbsent(first, k -> new ArrayList<>())
          .add(new QuoteChoice.Candidate(row.getString(3), row.getString(4), row.getString(5)));
    }
    List<Row> quotes = new ArrayList<>();
    cells.forEach((cell, texts) -> quotes.addAll(rows(cell, texts, models)));
    return quotes;
  }

  private static List<Row> rows(
      Cell cell, List<QuoteChoice.Candidate> texts, ModelCalendar models) {
    List<Row> rows = new ArrayList<>();
    for (QuoteChoice.Quote quote : QuoteChoice.choose(texts, terms(cell, models))) {
      rows.add(
          RowFactory.create(
              cell.topicId(),
              cell.week(),
              rows.size() + 1,
              quote.text(),
              quote.service(),
              quote.reason()));
    }
    return rows;
  }

  private static List<String> terms(Cell cell, ModelCalendar models) {
    if (cell.modelDate() == null) {
      return List.of();
    }
    LocalDate date = cell.modelDate().toLocalDate();
    return models.model(date).topics().stream()
        .filter(topic -> topic.id().equals(cell.topicId()))
        .flatMap(topic -> topic.terms().stream())
        .map(TopicTerm::term)
        .limit(10)
        .toList();
  }
}
