package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Kpi;
import java.util.List;

/** A metric's newest final value: it moves only with a restatement. */
final class Settled {
  private Settled() {}

  static Kpi count(Context context, String metric) {
    Numbers numbers = context.numbers();
    TableRow row = row(context, metric);
    return figure(
        context,
        metric,
        numbers.shortCount(row.number("value")),
        context.say("unit.contacts"),
        List.of(
            context.say("exact", context.shown(row, "value", numbers::count)),
            context.say(
                "interval.is",
                numbers.range(row.number("ci_low"), row.number("ci_high"), numbers::count))));
  }

  static Kpi rate(Context context, String metric) {
    Numbers numbers = context.numbers();
    TableRow row = row(context, metric);
    String range = numbers.percentRange(row.low(), row.high());
    return figure(
        context,
        metric,
        row.hasBounds() ? range : numbers.percent(row.number("value")),
        "",
        List.of(
            context.say(row.hasBounds() ? "bounds.are" : "interval.is", range),
            context.say("n", numbers.count(row.number("denominator")))));
  }

  static Kpi hours(Context context, String metric) {
    TableRow row = row(context, metric);
    return figure(
        context,
        metric,
        context.numbers().hours(row.number("value")),
        "",
        List.of(
            context.say("n", context.numbers().count(row.number("denominator"))),
            context.say("censored")));
  }

  private static TableRow row(Context context, String metric) {
    return context.metrics().newestFinal(metric);
  }

  private static Kpi figure(
      Context context, String metric, String value, String unit, List<String> notes) {
    TableRow row = row(context, metric);
    String name = context.name("metric", metric);
    String title = row.exists() ? context.say("of.week", name, row.week().toString()) : name;
    return new FigureBuilder(context, title, row).withValue(value, unit).withNotes(notes).build();
  }
}
