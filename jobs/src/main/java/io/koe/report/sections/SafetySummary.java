package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Kpi;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The week for trust & safety and legal. */
final class SafetySummary {
  private static final List<String> READERS = List.of("trust_safety", "legal");
  private static final int FIGURES = 5;

  private SafetySummary() {}

  static Section read(Context context) {
    List<TableRow> rows = WatchSection.rows(context, READERS);
    return Summaries.section(
        context,
        sentences(context, rows),
        rows.stream().limit(FIGURES).map(row -> figure(context, row)).toList());
  }

  private static List<String> sentences(Context context, List<TableRow> rows) {
    List<String> sentences = new ArrayList<>();
    WatchSection.sentence(context, READERS).ifPresent(sentences::add);
    rows.stream()
        .filter(row -> growth(row) > 0)
        .max(
            Comparator.comparingDouble(SafetySummary::growth)
                .thenComparing(row -> row.text("rule_id")))
        .map(
            row ->
                context.say(
                    "watch.grown",
                    title(context, row),
                    context.numbers().signed(growth(row)),
                    context.numbers().count(row.number("inquiries"))))
        .ifPresent(sentences::add);
    return sentences;
  }

  private static String title(Context context, TableRow row) {
    return context.name("rule", row.text("rule_id"), row.text("title"));
  }

  private static double growth(TableRow row) {
    return row.number("inquiries") - row.number("inquiries_previous_week");
  }

  private static Kpi figure(Context context, TableRow row) {
    double growth = growth(row);
    String value =
        row.flag("is_hidden")
            ? context.wording().suppressed()
            : row.has("inquiries") ? context.numbers().count(row.number("inquiries")) : "0";
    return new FigureBuilder(context, title(context, row), row)
        .withValue(value, row.flag("is_hidden") ? "" : context.say("unit.contacts"))
        .withChange(
            Double.isNaN(growth)
                ? ""
                : context.say("change.count", context.numbers().signed(growth)),
            -growth)
        .withNotes(
            List.of(
                context.name("routed_to", row.text("routed_to"))
                    + " · "
                    + context.say("severity.is", context.name("severity", row.text("severity"))),
                context.say("rule.counts")))
        .build();
  }
}
