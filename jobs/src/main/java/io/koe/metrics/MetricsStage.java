package io.koe.metrics;

import static org.apache.spark.sql.functions.col;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.time.LocalDate;
import java.util.List;

/**
 * The stage {@code metrics}: SQL only, inputs first. Missing inputs are empty tables and give empty
 * outputs, so nothing is switched off here.
 *
 * <ol>
 *   <li>Judge the contacts and help sessions that may have changed since the run before.
 *   <li>Find the weeks in which one did, or is not final yet ({@code touched_weeks}); how many
 *       these are depends on what they are for.
 *   <li>Compute these weeks anew; all others stay as published.
 * </ol>
 */
public final class MetricsStage implements Stage {
  private static final List<String> CHANGES =
      List.of(
          "merge_chains",
          "merge_relatives",
          "as_of_users",
          "inquiries_as_of",
          "contact_issues_as_of",
          "business_days",
          "inquiry_states_as_of",
          "session_outcomes_now",
          "changed_states",
          "changed_sessions",
          "touched_weeks");

  /** Tables in weeks, and steps to them. */
  private static final List<String> WEEKS =
      List.of(
          "inquiry_states",
          "resolution_estimates",
          "cell_states",
          "restated_cells",
          "time_quantiles",
          "metric_cells_as_of",
          "help_session_outcomes",
          "self_resolution_cells",
          "metrics_daily",
          "metrics_weekly",
          "self_resolution_daily");

  /** The backlog, in the weeks it may differ in, and steps to it. */
  private static final List<String> BACKLOG =
      List.of("backlog_inquiries", "backlog_moves", "backlog_cells", "backlog_daily");

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public void run(RunTables tables, Night night) {
    tables.readBefore("inquiry_states");
    tables.readBefore("help_session_outcomes");
    CHANGES.forEach(table -> tables.compute(table, night));
    List<LocalDate> weeks = touchedWeeks(tables, "contacts");
    WEEKS.forEach(table -> tables.compute(table, night, weeks));
    tables.compute("resolution_curves", night, touchedWeeks(tables, "curves"));
    List<LocalDate> backlogWeeks = touchedWeeks(tables, "backlog");
    BACKLOG.forEach(table -> tables.compute(table, night, backlogWeeks));
    tables.compute("contact_rates_weekly", night, touchedWeeks(tables, "rates"));
    // A night done again may restate nothing where it did before.
    List<LocalDate> nights = night.firstDate().datesUntil(night.date().plusDays(1)).toList();
    tables.compute("restatements", night, nights);
  }

  /** Mondays; few, however many inquiries there are. */
  private static List<LocalDate> touchedWeeks(RunTables tables, String subject) {
    return tables
        .read("touched_weeks")
        .where(col("subject").equalTo(subject))
        .select("week_start_date")
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0).toLocalDate())
        .toList();
  }
}
