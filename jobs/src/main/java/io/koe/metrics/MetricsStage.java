package io.koe.metrics;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SqlStage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
public final class MetricsStage implements SqlStage {
  private static final String TOUCHED_WEEKS = "touched_weeks";

  /** What changed, then the tables in weeks and the steps to them. */
  private static final List<String> TABLES =
      List.of(
          "merges",
          "merge_chains",
          "merge_relatives",
          "merged_users",
          "as_of_users",
          "inquiries_as_of",
          "contact_issues_as_of",
          "business_days",
          "inquiry_states_as_of",
          "sessions_to_judge",
          "session_outcomes_now",
          "changed_states",
          "changed_sessions",
          TOUCHED_WEEKS,
          "inquiry_states",
          "cell_states",
          "cell_groups",
          "cell_members",
          "resolution_estimates",
          "time_quantiles",
          "metric_cells_as_of",
          "help_session_outcomes",
          "self_resolution_cells",
          "cell_sizes",
          "small_cell_users",
          "withheld_services",
          "cell_places",
          "enough_users",
          "withheld_cells",
          "metric_cells",
          "metrics_daily",
          "metrics_weekly",
          "restatements",
          "backlog_inquiries",
          "backlog_moves",
          "backlog_cells",
          "backlog_daily",
          "contact_rates_weekly",
          "resolution_curves",
          "self_resolution_daily");

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public List<String> tables() {
    return TABLES;
  }

  @Override
  public void prepare(RunTables tables) {
    tables.readBefore("inquiry_states");
    tables.readBefore("help_session_outcomes");
  }

  /** Tables in weeks read {@code touched_weeks}, so it is there when they are asked for. */
  @Override
  public Function<String, Collection<LocalDate>> dates(RunTables tables, Night night) {
    Map<String, Map<String, List<LocalDate>>> touched = new ConcurrentHashMap<>();
    return table ->
        tables.catalog().table(table).partitionColumn().isEmpty()
            ? List.of()
            : datesOf(
                table, night, touched.computeIfAbsent(TOUCHED_WEEKS, t -> touchedWeeks(tables)));
  }

  private static Collection<LocalDate> datesOf(
      String table, Night night, Map<String, List<LocalDate>> weeks) {
    return switch (table) {
      case "resolution_curves" -> weeks.getOrDefault("curves", List.of());
      case "backlog_daily" -> weeks.getOrDefault("backlog", List.of());
      case "contact_rates_weekly" -> weeks.getOrDefault("rates", List.of());
      // A night done again may restate nothing where it did before.
      case "restatements" -> night.firstDate().datesUntil(night.date().plusDays(1)).toList();
      default -> weeks.getOrDefault("contacts", List.of());
    };
  }

  /** Mondays by subject; few, however many inquiries there are. */
  private static Map<String, List<LocalDate>> touchedWeeks(RunTables tables) {
    return tables.read(TOUCHED_WEEKS).select("subject", "week_start_date").collectAsList().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getString(0),
                Collectors.mapping(row -> row.getDate(1).toLocalDate(), Collectors.toList())));
  }
}
