package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
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
  @Override
  public String name() {
    return "topics";
  }

  @Override
  public void run(RunTables tables, Night night) {
    ModelCalendar models = TopicTables.models(tables, night);
    Optional<LocalDate> existing = models.newestBefore(night.firstDate());
    SortedMap<LocalDate, Long> landed =
        existing.isPresent() ? new TreeMap<>() : landedPerNight(tables, night);
    List<LocalDate> fits = FitNights.between(night.firstDate(), night.date(), existing, landed);
    TopicTables.Writer writer = new TopicTables.Writer(tables, night, landed);
    TopicFit fit = new TopicFit(night.settings().topics(), night.settings().seed());
    for (LocalDate date : fits) {
      Optional<TopicModel> previous = models.newestBefore(date).map(models::model);
      TopicFit.Fitted fitted = fit.fit(FitSample.of(tables, date), previous, date);
      models.put(date, TopicModelFile.write(fitted.model()));
      writer.add(fitted, models.file(date));
    }
    writer.write(models);
    tables.write("topic_assignments", ModelAssignments.of(tables, night, models, existing, fits));
    TouchedDays touched =
        TouchedDays.of(tables, night, existing.isEmpty() && !fits.isEmpty(), fits);
    writeInquiryTopics(tables, night, models, touched);
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

  static void writeInquiryTopics(
      RunTables tables, Night night, ModelCalendar models, TouchedDays touched) {
    if (touched.days().isEmpty()) {
      tables.write("inquiry_topics", tables.read("inquiry_topics").where(lit(false)));
      tables.write("topic_quotes", tables.read("topic_quotes"));
      return;
    }
    // Nothing arrives before it is created: earlier nights hold no inquiry of these weeks.
    NavigableSet<LocalDate> weeks = touched.weeks();
    Column arrived = col("arrival_date").between(lit(weeks.first()), lit(night.date()));
    Dataset<Row> assigned =
        TopicAssigner.assign(tables.read("inquiry_tokens").where(arrived), models)
            .where(in(TouchedDays.week(), weeks))
            .cache();
    tables.write("inquiry_topics", assigned.where(in(col("created_date"), touched.days())));
    List<Row> quotes =
        TopicQuotes.of(
            assigned,
            tables.read("landed_inquiries").where(arrived),
            models,
            night.settings().minimumUsers());
    Dataset<Row> others = tables.read("topic_quotes").where(not(in(col("week_start_date"), weeks)));
    Dataset<Row> chosen =
        tables.spark().createDataFrame(quotes, tables.declaredSchema("topic_quotes").asNullable());
    tables.write("topic_quotes", others.unionByName(chosen).coalesce(1));
    assigned.unpersist();
  }

  private static Column in(Column date, NavigableSet<LocalDate> dates) {
    return date.isin(dates.stream().map(Date::valueOf).toArray());
  }
}
