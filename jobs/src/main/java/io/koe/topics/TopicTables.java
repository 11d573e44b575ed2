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
   * once there is any, so the recent ones, or all when none is so young or everything is computed
   * anew.
   */
  static ModelCalendar models(RunTables tables, Night night, boolean isAnew) {
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
    (isAnew || recent.isEmpty() ? before.select("model_date", "model").collectAsList() : recent)
        .forEach(row -> models.put(row.getDate(0).toLocalDate(), row.getAs(1)));
    return models;
  }

  /** Collects what the run's fits add, then writes it over what was there before the run. */
  static final class Writer {
    private final RunTables tables;
    private final LocalDate first;
    private final Curation curation;
    private final TopicHistory history;
    private final ThemeHistory themes;
    private final List<Row> models = new ArrayList<>();
    private final List<Row> lineage = new ArrayList<>();

    Writer(
        RunTables tables,
        Night night,
        SortedMap<LocalDate, Long> landed,
        ModelCalendar calendar,
        Curation curation) {
      this.tables = tables;
      this.curation = curation;
      this.first = night.firstDate();
      this.history = new TopicHistory(HistoryRows.topics(tables.read("topics")), first);
      this.themes = new ThemeHistory(HistoryRows.themes(tables.read("topic_themes")), first);
      LocalDate begin = landed.isEmpty() || !history.spans().isEmpty() ? first : landed.firstKey();
      history.beginPool(begin);
      themes.beginPool(begin);
      List<Topic> known =
          calendar.newestBefore(first).map(m -> calendar.model(m).topics()).orElse(List.of());
      describe(known, begin);
    }

    /** The taxonomy may say something else of the same model than the night before. */
    private void describe(List<Topic> modelTopics, LocalDate night) {
      List<Topic> curated = curation.topics(modelTopics, night);
      history.add(curated, night);
      themes.add(curated, night);
    }

    void add(TopicModel model, List<LineageEvent> events, byte[] file) {
      Date date = Date.valueOf(model.modelDate());
      describe(model.topics(), model.modelDate());
      models.add(
          RowFactory.create(
              hash(file), (long) model.inquiries(), model.topics().size(), file, date));
      for (LineageEvent event : events) {
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
      List<Topic> model =
          calendar.newest().map(date -> calendar.model(date).topics()).orElse(List.of());
      curation.topics(model, first).stream()
          .filter(Topic::isOpen)
          .forEach(topic -> addTerms(topic, terms));
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
