package io.koe.report;

import java.util.List;

/** A figure in the making: hides what is suppressed, tags what may change. */
final class KpiBuilder {
  private static final double EVEN = 1e-12;

  private final String title;
  private final TableRow row;
  private final String value;
  private final String unit;
  private final String tag;
  private final String change;
  private final List<String> notes;
  private String tone = "even";
  private Sparkline trend = Sparkline.of(List.of(), "");

  KpiBuilder(
      String title,
      TableRow row,
      String value,
      String unit,
      String tag,
      String change,
      List<String> notes) {
    this.title = title;
    this.row = row;
    this.value = value;
    this.unit = unit;
    this.tag = tag;
    this.change = change;
    this.notes = notes;
  }

  /** Above zero is good news. */
  KpiBuilder withTone(double goodness) {
    tone = goodness > EVEN ? "better" : goodness < -EVEN ? "worse" : "even";
    return this;
  }

  KpiBuilder withTrend(List<Double> values) {
    trend = Sparkline.of(values, "");
    return this;
  }

  Kpi build() {
    if (row.isSuppressed()) {
      return new Kpi(title, TableRow.SUPPRESSED, "", "", "", "even", List.of(), trend);
    }
    return new Kpi(
        title,
        value,
        unit,
        row.isProvisional() ? tag : "",
        change,
        tone,
        List.copyOf(notes),
        trend);
  }
}
