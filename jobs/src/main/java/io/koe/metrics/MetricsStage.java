package io.koe.metrics;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SqlStage;
import io.koe.night.Stage;
import java.time.LocalDate;
import java.util.List;

/**
 * The stage {@code metrics}: SQL only, inputs first. Missing inputs are empty tables and give empty
 * outputs, so nothing is switched off here.
 */
public final class MetricsStage implements Stage {
  private static final SqlStage SQL =
      new SqlStage(
          "metrics",
          List.of(
              "merge_chains",
              "as_of_users",
              "inquiries_as_of",
              "contact_issues_as_of",
              "inquiry_states_as_of",
              "inquiry_states",
              "resolution_estimates",
              "metric_cells_as_of",
              "help_session_outcomes",
              "self_resolution_cells",
              "metrics_daily",
              "metrics_weekly",
              "self_resolution_daily",
              "contact_rates_weekly"));

  @Override
  public String name() {
    return SQL.name();
  }

  @Override
  public void run(RunTables tables, Night night) {
    SQL.run(tables, night);
    // A night done again may restate nothing where it did before.
    List<LocalDate> nights = night.firstDate().datesUntil(night.date().plusDays(1)).toList();
    tables.compute("restatements", night, nights);
  }
}
