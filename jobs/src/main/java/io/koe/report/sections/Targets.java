package io.koe.report.sections;

import io.koe.report.data.TableRow;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the metrics are meant to reach.
 *
 * @param byMetric metric_id to share, 0 to 1
 */
public record Targets(Map<String, Double> byMetric) {
  public static final Targets NONE = new Targets(Map.of());

  OptionalDouble of(String metric) {
    Double target = byMetric.get(metric);
    return target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
  }

  /**
   * Whether a row is known to reach a target: {@code met}, {@code missed}, or {@code unclear} while
   * the target lies between the row's bounds or ends of its interval.
   */
  static String verdict(TableRow row, double target) {
    if (row.low() >= target) {
      return "met";
    }
    return row.high() < target ? "missed" : "unclear";
  }
}
