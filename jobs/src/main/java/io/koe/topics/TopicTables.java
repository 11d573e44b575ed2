package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The models and the small tables that describe their topics, read and written. */
final class TopicTables {
  private TopicTables() {}

  /**
   * The models fitted before a run that may speak for what it touches: there is one every Sunday
   * once there is any, so the recent ones, or all when none is so young.
   */
  static ModelCalendar models(RunTables tables, Night night) {
    Dataset<Row> before =
        tables.read("topic_models").where(col("model_date").lt(lit(night.firstDate())));
    // Touched weeks begin up to three times the lateness ago, see TouchedDays.
    long days = 3L * night.settings().latenessDays() + 21;
    List<Row> recent =
        before
            .where(col("model_date").geq(lit(night.firstDate().minusDays(days))))
            .select("model_date", "model")
            .collectAsList();
    ModelCalendar models = new ModelCalendar();
    (recent.isEmpty() ? before.select("model_date", "model").collectAsList() : recent)
        .forEach(row -> models.put(row.getDate(0).toLocalDate(), row.getAs(1)));
    return models;
  }

  /** Collects what the run's fits add, then writes it over what was there before the run. */
  static final class Writer {
    private final RunTables tables;
    private final LocalDate first;
    private final TopicHistory history;
    private final ThemeHistory themes;
    private final List<Row> models = new ArrayList<>();
    private final List<Row> lineage = new ArrayList<>();

    Writer(RunTables tables, Night night, SortedMap<LocalDate, Long> landed) {
      this.tables = tables;
      this.first = night.firstDate();
      this.history = new TopicHistory(HistoryRows.topics(tables.read("topics")), first);
      this.themes = new ThemeHistory(HistoryRows.themes(tables.read("topic_themes")), first);
      LocalDate poolBegins = landed.isEmpty() ? first : landed.firstKey();
      history.beginPool(poolBegins);
      themes.beginPool(poolBegins);
    }

    void add(TopicFit.Fitted fitted, byte[] file) {
      TopicModel model = fitted.model();
      Date date = Date.valueOf(model.modelDate());
      history.add(model);
      themes.add(model);
      models.add(
          RowFactory.create(
              hash(file), (long) model.inquiries(), model.topics().size(), file, date));
      for (LineageEvent event : fitted.lineage()) {
        lineage.add(
            RowFactory.create(
                event.topicId(), event.event(), event.previousTopicId(), event.score(), date));
      }
    }

    void write(ModelCalendar calendar) {
      tables.write("topic_models", rows("topic_models", models));
      tables.write("topics", rows("topics", HistoryRows.ofTopics(history.spans())));
      tables.write("topic_themes", rows("topic_themes", HistoryRows.ofThemes(themes.spans())));
      Dataset<Row> before = tables.read("topic_lineage").where(col("model_date").lt(lit(first)));
      tables.write("topic_lineage", before.unionByName(rows("topic_lineage", lineage)).coalesce(1));
      List<Row> terms = new ArrayList<>();
      calendar.dates().stream()
          .reduce((a, b) -> b)
          .ifPresent(newest -> calendar.model(newest).topics().forEach(t -> addTerms(t, terms)));
      tables.write("topic_terms", rows("topic_terms", terms));
    }

    private static void addTerms(Topic topic, List<Row> rows) {
      int rank = 1;
      for (TopicTerm term : topic.terms()) {
        rows.add(
            RowFactory.create(
                topic.id(), rank++, term.term(), term.score(), (long) term.inquiries()));
      }
    }

    private Dataset<Row> rows(String table, List<Row> rows) {
      return tables
          .spark()
          .createDataFrame(rows, tables.declaredSchema(table).asNullable())
          .coalesce(1);
    }
  }

  private static String hash(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
