package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gives every inquiry its topics.
 *
 * <ol>
 *   <li>walks the run's nights and fits a model on each fit night, on a bounded sample;
 *   <li>assigns the inquiries each touched model sees ({@code topic_assignments});
 *   <li>publishes, for the weeks the run's arrivals and fits touch, the topics of the model that
 *       speaks for each inquiry, and quotes;
 *   <li>writes the topics' names over time, their terms and where they come from.
 * </ol>
 *
 * Everything is a function of landed rows and dates, so a backfill equals its nights run in turn.
 */
public final class TopicsStage implements Stage {
  /** Versions of an inquiry may differ in their created date by this much. */
  private static final int VERSION_DAYS = 35;

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public void run(RunTables tables, Night night) {
    SortedMap<LocalDate, Long> landed = landedPerNight(tables, night);
    ModelCalendar models = TopicTables.models(tables, night.firstDate());
    Optional<LocalDate> existing = models.newestBefore(night.firstDate());
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
    writeAssignments(tables, night, models, existing, fits);
    writeInquiryTopics(tables, night, models, existing.isEmpty() && !fits.isEmpty(), fits);
  }

  private static SortedMap<LocalDate, Long> landedPerNight(RunTables tables, Night night) {
    SortedMap<LocalDate, Long> landed = new TreeMap<>();
    known(tables, night)
        .groupBy("arrival_date")
        .count()
        .collectAsList()
        .forEach(row -> landed.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    return landed;
  }

  private static Dataset<Row> known(RunTables tables, Night night) {
    return tables.read("inquiry_tokens").where(col("arrival_date").leq(lit(night.date())));
  }

  private static void writeAssignments(
      RunTables tables,
      Night night,
      ModelCalendar models,
      Optional<LocalDate> existing,
      List<LocalDate> fits) {
    TreeSet<LocalDate> dates = new TreeSet<>(fits);
    existing.ifPresent(dates::add);
    SortedMap<LocalDate, LocalDate> lastNights = new TreeMap<>();
    for (LocalDate date : dates) {
      LocalDate next = dates.higher(date);
      lastNights.put(date, next == null ? night.date() : next.minusDays(1));
    }
    Dataset<Row> tokens = known(tables, night);
    Column seen =
        dates.isEmpty()
            ? lit(false)
            : col("created_date")
                .gt(lit(dates.first().minusDays(ModelCalendar.WINDOW_DAYS)))
                .or(col("arrival_date").gt(lit(dates.first())));
    tables.write(
        "topic_assignments", TopicAssigner.assignUnder(tokens.where(seen), models, lastNights));
  }

  private static void writeInquiryTopics(
      RunTables tables,
      Night night,
      ModelCalendar models,
      boolean isFirstModel,
      List<LocalDate> fits) {
    SortedSet<LocalDate> weeks = touchedWeeks(tables, night, isFirstModel, fits);
    if (weeks.isEmpty()) {
      tables.write("inquiry_topics", tables.read("inquiry_topics").where(lit(false)));
      tables.write("topic_quotes", tables.read("topic_quotes"));
      return;
    }
    Column week = to_date(date_trunc("week", col("created_date")));
    Column touched = week.isin(weeks.stream().map(Date::valueOf).toArray());
    Dataset<Row> tokens =
        known(tables, night)
            .where(
                col("created_date")
                    .between(
                        lit(weeks.first().minusDays(VERSION_DAYS)),
                        lit(weeks.last().plusDays(6L + VERSION_DAYS))));
    Dataset<Row> assigned = TopicAssigner.assign(tokens, models).where(touched).cache();
    tables.write("inquiry_topics", assigned);
    List<Row> quotes =
        TopicQuotes.of(
            assigned, tables.read("landed_inquiries"), models, night.settings().minimumUsers());
    Column quoted = col("week_start_date").isin(weeks.stream().map(Date::valueOf).toArray());
    Dataset<Row> others = tables.read("topic_quotes").where(not(quoted));
    Dataset<Row> chosen =
        tables.spark().createDataFrame(quotes, tables.declaredSchema("topic_quotes").asNullable());
    tables.write("topic_quotes", others.unionByName(chosen).coalesce(1));
    assigned.unpersist();
  }

  /** Mondays of the weeks whose inquiries may have changed their topics in the run. */
  private static SortedSet<LocalDate> touchedWeeks(
      RunTables tables, Night night, boolean isFirstModel, List<LocalDate> fits) {
    Dataset<Row> tokens = known(tables, night);
    Dataset<Row> arrived =
        tokens.where(col("arrival_date").geq(lit(night.firstDate()))).select("inquiry_id");
    Dataset<Row> changed =
        isFirstModel
            ? tokens
            : tokens.join(
                arrived, tokens.col("inquiry_id").equalTo(arrived.col("inquiry_id")), "left_semi");
    SortedSet<LocalDate> weeks = new TreeSet<>();
    changed
        .select(to_date(date_trunc("week", tokens.col("created_date"))))
        .distinct()
        .collectAsList()
        .forEach(row -> weeks.add(row.getDate(0).toLocalDate()));
    fits.forEach(fit -> weeks.add(fit.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
    return weeks;
  }
}
