package io.koe.night;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The named parameters every file of {@code sql/} may use, such as {@code :run_date}. */
public final class SqlParameters {
  private SqlParameters() {}

  /** Name to value: dates as {@link LocalDate}, numbers as they are. */
  public static Map<String, Object> of(Night night) {
    Settings settings = night.settings();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("run_id", night.runId());
    parameters.put("first_date", night.firstDate());
    parameters.put("run_date", night.date());
    parameters.put("changed_from", night.changedFrom());
    parameters.put("resent_from", night.changedFrom().minusDays(settings.latenessDays()));
    parameters.put("unfinished_from", night.changedFrom().minusDays(settings.unfinishedDays()));
    parameters.put("horizon_hours", settings.horizonHours());
    parameters.put("stability_hours", settings.stabilityHours());
    parameters.put("repeat_days", settings.repeatDays());
    parameters.put("session_hours", settings.sessionHours());
    parameters.put("lateness_days", settings.latenessDays());
    parameters.put("opening_minute", settings.openingMinute());
    parameters.put("closing_minute", settings.closingMinute());
    parameters.put("backlog_days", settings.backlogDays());
    parameters.put("minimum_users", settings.minimumUsers());
    parameters.put("false_discovery_rate", settings.falseDiscoveryRate());
    return parameters;
  }
}
