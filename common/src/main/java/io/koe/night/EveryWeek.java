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

  /** Makes them readable, when there is any table in weeks. */
  public static void touch(RunTables tables) {
    String weeks =
        TABLES_IN_WEEKS.stream()
            .filter(tables::isThere)
            .map("select week_start_date from %s"::formatted)
            .collect(Collectors.joining(" union "));
    if (weeks.isEmpty()) {
      return;
    }
    tables.give(
        TOUCHED_WEEKS,
        "select subject, week_start_date from (%s) as weeks cross join %s"
            .formatted(weeks, SUBJECTS));
  }
}
