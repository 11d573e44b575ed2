package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gives every inquiry its topics.
 *
 * <ol>
 *   <li>walks the run's nights and fits a model on each fit night, on a bounded sample;
 *   <li>sets aside what isn't customers' own words ({@code topic_set_aside});
 *   <li>assigns the inquiries each touched model sees ({@code topic_assignments});
 *   <li>publishes, for the days the run's arrivals and fits touch, the topics of the model that
 *       speaks for each inquiry, and quotes of their weeks;
 *   <li>writes the topics' names over time, their terms and where they come from.
 * </ol>
 *
 * Everything is a function of landed rows and dates, so a backfill equals its nights run in turn.
 * Once there is a model, a night reads no rows older than what its arrivals may touch.
 */
public final class TopicsStage implements Stage {
  private final Curation curation;
  private final Optional<TopicLabeller> labeller;
  private final Optional<Path> embeddingModel;

  /** Topics as people want them. */
  public TopicsStage(TopicOptions options) {
    this.curation = new Curation(options.taxonomy());
    this.labeller = options.labeller();
    this.embeddingModel = options.embeddingModel();
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public void run(RunTables tables, Night night) {
    boolean isAnew = night.changedFrom().equals(LocalDate.EPOCH);
    ModelCalendar models = TopicTables.models(tables, night, isAnew);
    Optional<LocalDate> existing = models.newestBefore(night.firstDate());
    SortedMap<LocalDate, Long> landed =
        existing.isPresent() ? new TreeMap<>() : landedPerNight(tables, night);
    List<LocalDate> fits = FitNights.between(night.firstDate(), night.date(), existing, landed);
    TopicTables.Writer writer = new TopicTables.Writer(tables, night, landed, models, curation);
    SetAside setAside = new SetAside(tables, night);
    TopicFit fit = new TopicFit(night.settings().topics(), night.settings().seed());
    for (LocalDate date : fits) {
      Optional<TopicModel> previous = models.newestBefore(date).map(models::model);
      List<SampledInquiry> sample = FitSample.of(tables, date);
      List<Templates.Use> uses = Templates.in(sample);
      Templates templates = Templates.of(uses);
      List<TopicDocument> documents = documents(tables, sample, templates);
      TopicFit.Fitted fitted = fit.fit(documents, previous, date);
      TopicModel model = named(tables, night, documents, fitted.model(), previous, templates);
      models.put(date, TopicModelFile.write(model));
      writer.add(model, fitted.lineage(), models.file(date));
      setAside.add(date, sample, uses, fitted.copies());
    }
    writer.write(models);
    setAside.write();
    tables.write("topic_assignments", ModelAssignments.of(tables, night, models, existing, fits));
    TouchedDays touched =
        TouchedDays.of(tables, night, isAnew || (existing.isEmpty() && !fits.isEmpty()), fits);
    writeInquiryTopics(tables, night, models, touched);
    List<Topic> newest = models.newest().map(d -> models.model(d).topics()).orElse(List.of());
    SuggestedLabels.write(tables, night, curation.topics(newest, night.date()), labeller);
  }

  private List<TopicDocument> documents(
      RunTables tables, List<SampledInquiry> sample, Templates templates) {
    Map<String, Embedding> embeddings =
        embeddingModel
            .map(model -> SampleTexts.embeddings(tables, sample, templates, model))
            .orElse(Map.of());
    return sample.stream()
        .map(i -> i.document(templates, Optional.ofNullable(embeddings.get(i.inquiryId()))))
        .toList();
  }

  private static TopicModel named(
      RunTables tables,
      Night night,
      List<TopicDocument> documents,
      TopicModel model,
      Optional<TopicModel> previous,
      Templates templates) {
    PhraseLabels labels =
        new PhraseLabels(
            TopicPhrases.of(tables, documents, model, templates, night.settings().minimumUsers()));
    return model.describedBy(labels.name(model.topics(), previous), templates);
  }

  private static SortedMap<LocalDate, Long> landedPerNight(RunTables tables, Night night) {
    SortedMap<LocalDate, Long> landed = new TreeMap<>();
    tables
        .read("inquiry_tokens")
        .where(col("arrival_date").leq(lit(night.date())))
        .groupBy("arrival_date")
        .count()
        .collectAsList()
        .forEach(row -> landed.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    return landed;
  }

  void writeInquiryTopics(
      RunTables tables, Night night, ModelCalendar models, TouchedDays touched) {
    if (touched.days().isEmpty()) {
      tables.write("inquiry_topics", tables.read("inquiry_topics").where(lit(false)));
      tables.write("topic_quotes", tables.read("topic_quotes"));
      tables.write("topic_contexts", tables.read("topic_contexts"));
      return;
    }
    // Nothing arrives before it is created: earlier nights hold no inquiry of these weeks.
    NavigableSet<LocalDate> weeks = touched.weeks();
    Column arrived = col("arrival_date").between(lit(weeks.first()), lit(night.date()));
    Dataset<Row> assigned =
        TopicAssigner.assign(tables.read("inquiry_tokens").where(arrived), models, curation)
            .where(in(TouchedDays.week(), weeks))
            .cache();
    tables.write("inquiry_topics", assigned.where(in(col("created_date"), touched.days())));
    TopicQuotes.Said said =
        TopicQuotes.of(
            assigned,
            tables.read("landed_inquiries").where(arrived),
            models,
            curation,
            night.settings().minimumUsers());
    writeWeeks(tables, "topic_quotes", weeks, said.quotes());
    writeWeeks(tables, "topic_contexts", weeks, said.contexts());
    assigned.unpersist();
  }

  /** Rows of some weeks beside those there were of others. */
  private static void writeWeeks(
      RunTables tables, String table, NavigableSet<LocalDate> weeks, List<Row> rows) {
    Dataset<Row> others = tables.read(table).where(not(in(col("week_start_date"), weeks)));
    Dataset<Row> chosen =
        tables.spark().createDataFrame(rows, tables.declaredSchema(table).asNullable());
    tables.write(table, others.unionByName(chosen).coalesce(1));
  }

  private static Column in(Column date, NavigableSet<LocalDate> dates) {
    return date.isin(dates.stream().map(Date::valueOf).toArray());
  }
}
