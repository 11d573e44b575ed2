package io.koe.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run tells a monitoring system: Prometheus text format 0.0.4, for a textfile collector.
 * Everything follows from the run's manifest, so it holds no customer's words.
 */
final class RunMetrics {
  private final StringBuilder text = new StringBuilder();

  private RunMetrics() {}

  /**
   * The text.
   *
   * @param manifest of the run, published or failed
   * @param end when it ended
   * @param newest the newest published night; empty when there is none
   */
  static String of(Map<String, Object> manifest, Instant end, Optional<LocalDate> newest) {
    RunMetrics metrics = new RunMetrics();
    metrics.value(
        "koe_run_end_timestamp_seconds", "When the last run ended.", "", end.getEpochSecond());
    metrics.value(
        "koe_run_exit_code",
        "Exit code of the last run; 0 and 73 published.",
        "",
        (Number) manifest.get("exit"));
    newest.ifPresent(
        night ->
            metrics.value(
                "koe_published_night_timestamp_seconds",
                "Midnight UTC of the newest published night: the age of the data.",
                "",
                night.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    metrics.input(manifest);
    metrics.checks(manifest);
    metrics.stages(manifest);
    return metrics.text.toString();
  }

  private void input(Map<String, Object> manifest) {
    if (!(manifest.get("input") instanceof Map<?, ?> input)) {
      return;
    }
    head("koe_run_rows", "Rows of the drop in the last run, by what became of them.");
    for (String outcome : List.of("read", "accepted", "rejected", "erased", "duplicates")) {
      sample("koe_run_rows", "{outcome=\"" + outcome + "\"}", (Number) input.get(outcome));
    }
    value(
        "koe_run_unreadable_files",
        "Files of the drop the last run could not read.",
        "",
        (Number) input.get("unreadable_files"));
  }

  private void checks(Map<String, Object> manifest) {
    if (manifest.get("violated_checks") instanceof List<?> violated) {
      value(
          "koe_run_violated_checks",
          "Data checks the last run warned about or failed by.",
          "",
          violated.size());
    }
  }

  private void stages(Map<String, Object> manifest) {
    if (manifest.get("stage_seconds") instanceof Map<?, ?> seconds) {
      head("koe_run_stage_seconds", "Seconds each stage of the last run took.");
      new TreeMap<>(seconds)
          .forEach(
              (stage, value) ->
                  sample("koe_run_stage_seconds", "{stage=\"" + stage + "\"}", (Number) value));
    }
  }

  private void value(String name, String help, String labels, Number value) {
    head(name, help);
    sample(name, labels, value);
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String labels, Number value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }
}
