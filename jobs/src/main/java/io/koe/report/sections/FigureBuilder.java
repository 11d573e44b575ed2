package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Kpi;
import io.koe.report.page.Sparkline;
import java.util.List;
import java.util.function.DoubleFunction;

/** A figure in the making: hides what is suppressed, tags what may change. */
final class FigureBuilder {
  private static final double EVEN = 1e-12;

  private final Context context;
  private final String title;
  private final TableRow row;
  private String value = "";
  private String unit = "";
  private String tag = "not.final";
  private String change = "";
  private String tone = "even";
  private List<String> notes = List.of();
  private Sparkline trend = new Sparkline("", "");

  FigureBuilder(Context context, String title, TableRow row) {
    this.context = context;
    this.title = title;
    this.row = row;
  }

  FigureBuilder withValue(String figure, String itsUnit) {
    value = figure;
    unit = itsUnit;
    return this;
  }

  /** The key of the word for what may still change. */
  FigureBuilder withTag(String key) {
    tag = key;
    return this;
  }

  /** Goodness above zero is good news. */
  FigureBuilder withChange(String words, double goodness) {
    change = words;
    tone = goodness > EVEN ? "better" : goodness < -EVEN ? "worse" : "even";
    return this;
  }

  FigureBuilder withNotes(List<String> lines) {
    notes = List.copyOf(lines);
    return this;
  }

  FigureBuilder withTrend(List<Double> values, DoubleFunction<String> format) {
    trend = Sparkline.of(values, context.wording(), format);
    return this;
  }

  Kpi build() {
    if (!row.exists()) {
      return without(context.numbers().none(), List.of(context.say("no.data")));
    }
    if (row.isSuppressed()) {
      return without(context.wording().suppressed(), List.of());
    }
    boolean isFinal = !row.isProvisional();
    String state = row.has("is_mature") ? context.say(isFinal ? "final" : tag) : "";
    return new Kpi(title, value, unit, state, isFinal, change, tone, notes, trend);
  }

  private Kpi without(String figure, List<String> lines) {
    return new Kpi(title, figure, "", "", false, "", "even", lines, new Sparkline("", ""));
  }
}
