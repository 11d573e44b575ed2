package io.koe.drivers;

import static org.apache.spark.sql.functions.col;

import io.koe.night.EveryWeek;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SqlStage;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What makes customers contact us, why it moved, and what is new. */
public final class DriversStage implements SqlStage {
  private static final String COUNTED_WEEKS = "counted_weeks";
  private static final String EPISODES = "alert_episodes";

  static final List<String> WEEKLY =
      List.of(
          "driver_contacts",
          "driver_weeks",
          "service_groups_weekly",
          COUNTED_WEEKS,
          "contact_cells",
          "contact_counts_weekly",
          "withheld_cells_weekly",
          "shown_counts_weekly",
          "shown_changes_weekly",
          "exposures_weekly",
          "topic_labels_weekly",
          "contact_drivers_weekly",
          "volume_changes_weekly",
          "rate_changes_weekly",
          "topic_impacts_weekly",
          "office_comparison_weekly",
          "release_windows",
          "release_counts_weekly",
          "release_impacts",
          "articles_before_contacts",
          "article_coverage_weekly",
          "article_matches_weekly",
          "faq_gaps_weekly",
          "experiment_users",
          "experiment_results");

  static final List<String> NIGHTLY =
      List.of(
          "timely_contacts",
          "term_counts_daily",
          "contact_days",
          "baseline_days",
          "topic_counts_nightly",
          "pool_counts_daily",
          "emerging_observed",
          "emerging_history",
          "emerging_candidates",
          "emerging_tests",
          "emerging_finds",
          "emerging_members",
          "emerging_ears",
          "emerging_daily");

  @Override
  public String name() {
    return "drivers";
  }

  @Override
  public List<String> tables() {
    return Stream.concat(NIGHTLY.stream(), WEEKLY.stream()).toList();
  }

  @Override
  public void prepare(RunTables tables) {
    tables.readBefore("emerging_daily");
    tables.readBefore("contact_counts_weekly");
  }

  /** Tables in weeks read {@code counted_weeks}, so it is there when they are asked for. */
  @Override
  public Function<String, Collection<LocalDate>> dates(RunTables tables, Night night) {
    return table ->
        switch (table) {
          case "contact_counts_weekly", "shown_counts_weekly", "office_comparison_weekly" ->
              weeks(tables, "is_touched");
          case "shown_changes_weekly" -> weeks(tables, "is_compared");
          default -> List.of();
        };
  }

  /** Mondays; few, however many inquiries there are. */
  private static List<LocalDate> weeks(RunTables tables, String condition) {
    return tables
        .read(COUNTED_WEEKS)
        .where(col(condition))
        .select("week_start_date")
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0).toLocalDate())
        .toList();
  }

  /** Alone, it counts all weeks anew. */
  @Override
  public void run(RunTables tables, Night night) {
    EveryWeek.touch(tables);
    SqlStage.super.run(tables, night);
  }

  @Override
  public void finish(RunTables tables, Night night) {
    tables.write(EPISODES, episodes(tables, night));
  }

  /** Episodes the nights' alerts may continue anew, from all their alerts; others as published. */
  private static Dataset<Row> episodes(RunTables tables, Night night) {
    Dataset<Row> published = tables.read(EPISODES);
    List<AlertEpisodes.Span> spans =
        published.select("opened_date", "last_alert_date").collectAsList().stream()
            .map(
                row ->
                    new AlertEpisodes.Span(
                        row.getDate(0).toLocalDate(), row.getDate(1).toLocalDate()))
            .toList();
    LocalDate since = AlertEpisodes.since(spans, night.firstDate());
    List<Row> rows =
        AlertEpisodes.of(alerts(tables, since, night.date())).stream()
            .map(episode -> row(episode, night.date()))
            .toList();
    return published
        .where(col("opened_date").lt(since))
        .unionByName(tables.spark().createDataFrame(rows, tables.declaredSchema(EPISODES)))
        .coalesce(1);
  }

  private static List<Alert> alerts(RunTables tables, LocalDate since, LocalDate night) {
    return tables
        .read("emerging_daily")
        .where(col("is_alert").and(col("night_date").between(since, night)))
        .select("night_date", "candidate_type", "candidate", "label", "observed", "linked_to")
        .collectAsList()
        .stream()
        .map(DriversStage::alert)
        .toList();
  }

  private static Alert alert(Row row) {
    return new Alert(
        row.getDate(0).toLocalDate(),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5));
  }

  private static Row row(Episode episode, LocalDate night) {
    return RowFactory.create(
        episode.id(),
        episode.first().type(),
        episode.first().candidate(),
        episode.first().label(),
        String.join(" ", episode.members()),
        Date.valueOf(episode.opened()),
        Date.valueOf(episode.last()),
        episode.closed(night).map(Date::valueOf).orElse(null),
        Date.valueOf(episode.peak().night()),
        episode.peak().observed(),
        episode.nights(),
        episode.isOpen(night) ? "open" : "closed");
  }
}
