package io.koe.night;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All weeks there are in place of {@code touched_weeks}, those a night finds changed: for a stage
 * that runs alone, and for checks of all that is published.
 */
public final class EveryWeek {
  private static final String TOUCHED_WEEKS = "touched_weeks";
  private static final List<String> TABLES_IN_WEEKS =
      List.of(
          "inquiry_states", "help_session_outcomes", "contact_rates_weekly", "resolution_curves");
  private static final String SUBJECTS =
      "(values ('contacts'), ('curves'), ('rates'), ('backlog')) as subjects (subject)";

  private EveryWeek() {}

  /** Makes them readable; of published tables, before any query names {@code touched_weeks}. */
  public static void touch(RunTables tables) {
    List<String> weeks =
        TABLES_IN_WEEKS.stream()
            .filter(tables::isThere)
            .map("select week_start_date from %s"::formatted)
            .toList();
    if (!weeks.isEmpty()) {
      tables.give(
          TOUCHED_WEEKS,
          tables
              .spark()
              .sql(
                  weeks.stream()
                      .collect(
                          Collectors.joining(
                              " union ",
                              "select subject, week_start_date from (",
                              ") as weeks cross join " + SUBJECTS))));
    }
  }
}
