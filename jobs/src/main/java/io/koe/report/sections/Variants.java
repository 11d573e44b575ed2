package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.DataTable;
import java.util.List;

/** Rates that public rules define differently, side by side, in their newest final week. */
final class Variants {
  private static final List<String> METRICS =
      List.of(
          "durable_resolution_rate",
          "snapshot_resolution_rate",
          "reopen_rate",
          "fcr_no_repeat",
          "one_touch_eq1",
          "one_touch_lt2",
          "fcr_customer0",
          "closed_once_one_agent",
          "self_resolution_rate",
          "self_resolution_rate_72h",
          "bot_involvement_rate",
          "bot_resolution_rate",
          "bot_automation_rate");

  private Variants() {}

  static DataTable table(Context context) {
    return new DataTable(
        "variants",
        context.say("variants.title"),
        RateRow.columns(context, "metric"),
        METRICS.stream()
            .map(metric -> settled(context, metric))
            .filter(TableRow::exists)
            .map(row -> RateRow.of(context, name(context, row), row))
            .toList());
  }

  private static TableRow settled(Context context, String metric) {
    TableRow row = context.metrics().newestFinal(metric);
    return row.exists() ? row : context.metrics().thisWeek(metric);
  }

  private static String name(Context context, TableRow row) {
    return context.say(
        "of.week", context.name("metric", row.text("metric_id")), row.week().shortName());
  }
}
