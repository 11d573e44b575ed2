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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the most typical inquiries of each topic and week with enough customers say: quotes, and its
 * strongest terms in context.
 */
final class TopicQuotes {
  private static final int CONTEXT_TEXTS = 12;
  private static final int CANDIDATES = 30;
  private static final int LONGEST_BODY = 1500;

  private TopicQuotes() {}

  /** A topic in a week, named by the model that speaks for its inquiries. */
  private record Cell(Date week, String topicId, Date modelDate) {}

  /**
   * Rows of the tables {@code topic_quotes} and {@code topic_contexts}.
   *
   * @param quotes of the first
   * @param contexts of the second
   */
  record Said(List<Row> quotes, List<Row> contexts) {}

  /**
   * What is said in the weeks of the given inquiries.
   *
   * @param assigned as {@link TopicAssigner} gives it
   * @param landed the rows of {@code landed_inquiries}
   * @param minimumUsers topics with fewer customers in a week are not quoted
   */
  static Said of(
      Dataset<Row> assigned,
      Dataset<Row> landed,
      ModelCalendar models,
      Curation curation,
      int minimumUsers) {
    Column isShort = length(col("body")).leq(lit(LONGEST_BODY));
    WindowSpec cell = Window.partitionBy("week_start_date", "topic_id");
    Column[] order = {
      isShort.desc(),
      col("typicality").desc(),
      xxhash64(col("inquiry_id")),
      col("inquiry_id"),
      col("body")
    };
    WindowSpec mostTypical = cell.orderBy(order);
    WindowSpec copies =
        Window.partitionBy("week_start_date", "topic_id", "copy_key").orderBy(order);
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
            // Of texts that are copies of each other one is enough.
            .withColumn("copy", row_number().over(copies))
            .where(col("copy").equalTo(lit(1)))
            .withColumn("place", row_number().over(mostTypical))
            .where(col("place").leq(lit(CANDIDATES)).and(isShort))
            .orderBy("week_start_date", "topic_id", "place")
            .select("week_start_date", "topic_id", "model_date", "user_id", "service", "body")
            .collectAsList();
    return choose(candidates, new TopicsOfModels(models, curation));
  }

  private static Said choose(List<Row> candidates, TopicsOfModels topics) {
    Map<Cell, List<QuoteChoice.Candidate>> cells = new LinkedHashMap<>();
    Map<List<Object>, Cell> named = new LinkedHashMap<>();
    for (Row row : candidates) {
      Cell cell = new Cell(row.getDate(0), row.getString(1), row.getDate(2));
      Cell first = named.computeIfAbsent(List.of(cell.week(), cell.topicId()), k -> cell);
      cells
          .computeIfAbsent(first, k -> new ArrayList<>())
          .add(
              new QuoteChoice.Candidate(
                  row.getString(3),
                  row.getString(4),
                  topics.templates(cell.modelDate()).own(row.getString(5))));
    }
    Said said = new Said(new ArrayList<>(), new ArrayList<>());
    TermContexts contexts = new TermContexts();
    cells.forEach(
        (cell, texts) -> {
          List<String> terms = topics.terms(cell.modelDate(), cell.topicId());
          said.quotes().addAll(quotes(cell, texts, terms));
          List<QuoteChoice.Candidate> first =
              texts.subList(0, Math.min(CONTEXT_TEXTS, texts.size()));
          contexts.of(first, terms).forEach(line -> said.contexts().add(row(cell, line)));
        });
    return said;
  }

  private static Row row(Cell cell, TermContexts.Line line) {
    return RowFactory.create(
        cell.topicId(),
        cell.week(),
        line.term(),
        line.rank(),
        line.left(),
        line.keyword(),
        line.right());
  }

  private static List<Row> quotes(
      Cell cell, List<QuoteChoice.Candidate> texts, List<String> terms) {
    List<Row> rows = new ArrayList<>();
    for (QuoteChoice.Quote quote : QuoteChoice.choose(texts, terms)) {
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

  /** The topics of each model as curated, found once. */
  private static final class TopicsOfModels {
    private final ModelCalendar models;
    private final Curation curation;
    private final Map<LocalDate, List<Topic>> found = new HashMap<>();

    TopicsOfModels(ModelCalendar models, Curation curation) {
      this.models = models;
      this.curation = curation;
    }

    /** What isn't customers' own words. */
    Templates templates(Date modelDate) {
      return modelDate == null ? Templates.NONE : models.model(modelDate.toLocalDate()).templates();
    }

    /** The ten strongest terms of a topic. */
    List<String> terms(Date modelDate, String topicId) {
      LocalDate date = modelDate == null ? LocalDate.EPOCH : modelDate.toLocalDate();
      List<Topic> topics =
          found.computeIfAbsent(
              date,
              d -> curation.topics(modelDate == null ? List.of() : models.model(d).topics(), d));
      return topics.stream()
          .filter(topic -> topic.id().equals(topicId))
          .flatMap(topic -> topic.terms().stream())
          .map(TopicTerm::term)
          .limit(10)
          .toList();
    }
  }
}
