package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Block;
import io.koe.report.page.Kpi;
import io.koe.report.page.Section;
import java.util.List;
import java.util.Optional;

/** What the summaries of several audiences say. */
final class Summaries {
  private Summaries() {}

  static Section section(Context context, List<String> sentences, List<Kpi> figures) {
    return new Section(
        "summary",
        context.say("summary.link"),
        context.say("summary.title"),
        List.of(
            sentences.isEmpty()
                ? Block.empty(context.say("summary.none"))
                : new Block.Sentences(sentences),
            new Block.Figures(figures)));
  }

  /** How many contacts came, and how that compares with the week before. */
  static Optional<String> contacts(Context context) {
    Numbers numbers = context.numbers();
    TableRow row = context.metrics().thisWeek("contacts");
    double now = row.number("value");
    double before =
        context.metrics().row("contacts", "all", context.week().minusWeeks(1)).number("value");
    if (Double.isNaN(now)) {
      return Optional.empty();
    }
    String tag = row.isProvisional() ? context.say("in.brackets", context.say("preliminary")) : "";
    String count = numbers.shortCount(now);
    if (Double.isNaN(before)) {
      return Optional.of(context.say("contacts.alone", count, tag));
    }
    if (now == before) {
      return Optional.of(context.say("contacts.same", count, tag));
    }
    return Optional.of(
        context.say(
            now > before ? "contacts.more" : "contacts.fewer",
            count,
            numbers.percent(Math.abs(now - before) / before),
            numbers.count(Math.abs(now - before)),
            tag));
  }

  /** The newest final value of a rate, with its interval and n. */
  static Optional<String> rate(Context context, String metric) {
    Numbers numbers = context.numbers();
    TableRow row = context.metrics().newestFinal(metric);
    if (!row.exists() || row.isSuppressed()) {
      return Optional.empty();
    }
    boolean isRange = row.hasBounds();
    String range = numbers.percentRange(row.low(), row.high());
    return Optional.of(
        context.say(
            isRange ? "rate.final.range" : "rate.final",
            context.name("metric", metric),
            row.week().shortName(),
            isRange ? range : numbers.percent(row.number("value")),
            isRange ? context.say("bounds") : range,
            numbers.count(row.number("denominator"))));
  }

  /** Whether a rate reaches its target, when it has one. */
  static Optional<String> target(Context context, String metric) {
    TableRow row = context.metrics().newestFinal(metric);
    if (!row.exists() || context.targets().of(metric).isEmpty()) {
      return Optional.empty();
    }
    double target = context.targets().of(metric).getAsDouble();
    return Optional.of(
        context.say(
            "target.sentence",
            context.name("metric", metric),
            context.numbers().percent(target),
            row.week().shortName(),
            context.say("target." + Targets.verdict(row, target))));
  }
}
