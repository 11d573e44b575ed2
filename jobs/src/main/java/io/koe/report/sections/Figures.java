package io.koe.report.sections;

import io.koe.report.data.ContactRates;
import io.koe.report.data.IsoWeek;
import io.koe.report.data.MetricHistory;
import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The figures at the top of a page: each with its n, its interval and whether it is final. */
final class Figures {
  private final Context context;
  private final MetricHistory metrics;
  private final Numbers numbers;

  Figures(Context context) {
    this.context = context;
    this.metrics = context.metrics();
    this.numbers = context.numbers();
  }

  Kpi contacts() {
    TableRow now = metrics.thisWeek("contacts");
    double before = before("contacts").number("value");
    double change = now.number("value") - before;
    List<String> notes = new ArrayList<>();
    notes.add(context.say("exact", context.shown(now, "value", numbers::count)));
    notes.add(interval(numbers.range(now.number("ci_low"), now.number("ci_high"), numbers::count)));
    notes.add(context.say("before.n", numbers.count(before)));
    meanOfFourWeeks().ifPresent(mean -> notes.add(againstMean(now.number("value"), mean)));
    String words =
        Double.isNaN(change)
            ? ""
            : context.say(
                "change.both", numbers.signedPercent(change / before), numbers.signed(change));
    return new FigureBuilder(context, context.name("metric", "contacts"), now)
        .withValue(numbers.shortCount(now.number("value")), context.say("unit.contacts"))
        .withTag("preliminary")
        .withChange(words, -change)
        .withNotes(notes)
        .withTrend(metrics.values("contacts", "all", "value"), numbers::count)
        .build();
  }

  /** A rate with its bounds while unfinished, against its target. */
  Kpi rate(String metric) {
    TableRow now = metrics.thisWeek(metric);
    List<String> notes = new ArrayList<>();
    String bounds = numbers.percentRange(now.number("value_low"), now.number("value_high"));
    boolean hasValue = Double.isFinite(now.number("value")) && !isRange(now);
    notes.add(
        now.hasBounds()
            ? context.say("bounds.are", bounds)
            : interval(numbers.percentRange(now.number("ci_low"), now.number("ci_high"))));
    notes.add(context.say("n", numbers.count(now.number("denominator"))));
    newestFinal(metric, numbers::percent).ifPresent(notes::add);
    context.targets().of(metric).ifPresent(target -> notes.add(against(metric, target)));
    double change = finalChange(metric);
    return new FigureBuilder(context, context.name("metric", metric), now)
        .withValue(hasValue ? numbers.percent(now.number("value")) : bounds, "")
        .withTag("not.final")
        .withChange(
            Double.isNaN(change) ? "" : context.say("change.points", numbers.points(change)),
            metric.equals("reopen_rate") ? -change : change)
        .withNotes(notes)
        .withTrend(
            metrics.values(metric, "all", hasValue ? "value" : "value_high"), numbers::percent)
        .build();
  }

  /** A final rate known only as a range, as self-resolution is: its bounds are its value. */
  private static boolean isRange(TableRow row) {
    return row.text("metric_id").startsWith("self_") && row.hasBounds();
  }

  /** A time: its median. */
  Kpi hours(String metric) {
    TableRow now = metrics.thisWeek(metric);
    List<String> notes = new ArrayList<>();
    notes.add(context.say("n", numbers.count(now.number("denominator"))));
    notes.add(context.say("censored"));
    newestFinal(metric, numbers::hours).ifPresent(notes::add);
    double change = finalChange(metric);
    double ratio = change / before(metric).number("value");
    return new FigureBuilder(context, context.name("metric", metric), now)
        .withValue(numbers.hours(now.number("value")), "")
        .withTag("not.final")
        .withChange(
            Double.isNaN(change) ? "" : context.say("change.ratio", numbers.signedPercent(ratio)),
            -change)
        .withNotes(notes)
        .withTrend(metrics.values(metric, "all", "value"), numbers::hours)
        .build();
  }

  Kpi contactRate() {
    List<TableRow> rates = ContactRates.ofOneMeasure(context.rows("contact_rates"));
    TableRow now = ContactRates.of(rates, context.week());
    double before =
        ContactRates.of(rates, context.week().minusWeeks(1)).number("contacts_per_1000");
    double change = now.number("contacts_per_1000") - before;
    List<String> notes = new ArrayList<>();
    notes.add(
        interval(numbers.range(now.number("ci_low"), now.number("ci_high"), numbers::decimal)));
    notes.add(
        context.say(
            "n.of",
            context.name("measure", now.text("measure")),
            numbers.shortCount(now.number("exposure"))));
    return new FigureBuilder(context, rateTitle(now), now)
        .withValue(numbers.decimal(now.number("contacts_per_1000")), "")
        .withTag("preliminary")
        .withChange(
            Double.isNaN(change)
                ? ""
                : context.say("change.ratio", numbers.signedPercent(change / before)),
            -change)
        .withNotes(notes)
        .withTrend(
            rates.stream().map(row -> row.number("contacts_per_1000")).toList(), numbers::decimal)
        .build();
  }

  private String rateTitle(TableRow row) {
    return row.exists()
        ? context.say(
            "rate.title",
            context.name("service", row.text("service")),
            context.name("measure", row.text("measure")))
        : context.say("per.thousand");
  }

  private String against(String metric, double target) {
    TableRow settled = metrics.newestFinal(metric);
    TableRow row = settled.exists() ? settled : metrics.thisWeek(metric);
    return context.say(
        "target.is",
        numbers.percent(target),
        row.week().shortName(),
        context.say("target." + Targets.verdict(row, target)));
  }

  private String interval(String range) {
    return context.say("interval.is", range);
  }

  /** Against the week before; NaN of a range, and while either may change: they'd differ by age. */
  private double finalChange(String metric) {
    TableRow now = metrics.thisWeek(metric);
    return now.isProvisional() || before(metric).isProvisional() || isRange(now)
        ? Double.NaN
        : now.number("value") - before(metric).number("value");
  }

  /** While this week may change: what is known for good, with its interval. */
  private Optional<String> newestFinal(String metric, DoubleFunction<String> format) {
    TableRow settled = metrics.newestFinal(metric);
    if (!metrics.thisWeek(metric).isProvisional() || !settled.exists()) {
      return Optional.empty();
    }
    boolean isRange = isRange(settled);
    String range = numbers.range(settled.low(), settled.high(), format);
    String value = isRange ? range : context.shown(settled, "value", format);
    return Optional.of(
        !isRange && settled.has("ci_low")
            ? context.say("newest.final.interval", settled.week().shortName(), value, range)
            : context.say("newest.final", settled.week().shortName(), value));
  }

  private TableRow before(String metric) {
    return metrics.row(metric, "all", context.week().minusWeeks(1));
  }

  private OptionalDouble meanOfFourWeeks() {
    IsoWeek week = context.week();
    return IntStream.rangeClosed(1, 4)
        .mapToDouble(back -> metrics.row("contacts", "all", week.minusWeeks(back)).number("value"))
        .boxed()
        .filter(Double::isFinite)
        .flatMapToDouble(DoubleStream::of)
        .average();
  }

  private String againstMean(double now, double mean) {
    return context.say("mean.four", numbers.count(mean), numbers.signedPercent(now / mean - 1));
  }
}
