package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;
import static io.koe.report.JapaneseNumbers.decimal;
import static io.koe.report.JapaneseNumbers.hours;
import static io.koe.report.JapaneseNumbers.percent;
import static io.koe.report.JapaneseNumbers.percentRange;
import static io.koe.report.JapaneseNumbers.points;
import static io.koe.report.JapaneseNumbers.shortCount;
import static io.koe.report.JapaneseNumbers.signed;
import static io.koe.report.JapaneseNumbers.signedPercent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Builds the five figures at the top of the page. */
final class KpiRow {
  private final ReportQueries queries;
  private final MetricHistory metrics;
  private final IsoWeek week;

  KpiRow(ReportQueries queries, MetricHistory metrics) {
    this.queries = queries;
    this.metrics = metrics;
    this.week = queries.week();
  }

  List<Kpi> kpis() {
    return List.of(contacts(), resolution(), selfResolution(), firstReply(), contactRate());
  }

  private Kpi contacts() {
    TableRow now = metrics.thisWeek("contacts");
    double before = before("contacts").number("value");
    double change = now.number("value") - before;
    List<String> notes = new ArrayList<>();
    notes.add("正確な件数 " + now.shown("value", JapaneseNumbers::count) + "件");
    notes.add("前週 " + count(before) + "件");
    meanOfFourWeeks().ifPresent(mean -> notes.add(againstMean(now.number("value"), mean)));
    String words =
        Double.isNaN(change)
            ? ""
            : "前週比 %s（%s件）".formatted(signedPercent(change / before), signed(change));
    return kpi("問い合わせ件数", now, shortCount(now.number("value")), "件", "速報", words, notes)
        .withTone(-change)
        .withTrend(metrics.values("contacts", "all", "value"))
        .build();
  }

  private Kpi resolution() {
    String metric = "durable_resolution_rate";
    TableRow now = metrics.thisWeek(metric);
    String bounds = percentRange(now.number("value_low"), now.number("value_high"));
    List<String> notes = new ArrayList<>();
    notes.add(
        now.isProvisional()
            ? "下限〜上限 " + bounds
            : "95%区間 " + percentRange(now.number("ci_low"), now.number("ci_high")));
    notes.add("n＝" + count(now.number("denominator")) + "件");
    newestFinal(metric, JapaneseNumbers::percent).ifPresent(notes::add);
    double change = finalChange(metric);
    String figure = Double.isNaN(now.number("value")) ? bounds : percent(now.number("value"));
    String words = Double.isNaN(change) ? "" : "前週差 " + points(change);
    return kpi("解決率", now, figure, "", "未確定", words, notes)
        .withTone(change)
        .withTrend(metrics.values(metric, "all", "value"))
        .build();
  }

  private Kpi selfResolution() {
    TableRow now = metrics.thisWeek("self_resolution_rate");
    List<String> notes = new ArrayList<>();
    notes.add("下限＝役立ったと確認、上限＝確認＋問い合わせなし");
    notes.add("n＝" + count(now.number("denominator")) + "回");
    String range = percentRange(now.number("value_low"), now.number("value_high"));
    return kpi("自己解決率", now, range, "", "未確定", "", notes)
        .withTrend(metrics.values("self_resolution_rate", "all", "value_high"))
        .build();
  }

  private Kpi firstReply() {
    String metric = "first_reply_hours_median";
    TableRow now = metrics.thisWeek(metric);
    List<String> notes = new ArrayList<>();
    notes.add("n＝" + count(now.number("denominator")) + "件");
    newestFinal(metric, JapaneseNumbers::hours).ifPresent(notes::add);
    double change = finalChange(metric);
    String words =
        Double.isNaN(change) ? "" : "前週比 " + signedPercent(change / before(metric).number("value"));
    return kpi("初回返信（中央値）", now, hours(now.number("value")), "", "未確定", words, notes)
        .withTone(-change)
        .withTrend(metrics.values(metric, "all", "value"))
        .build();
  }

  private Kpi contactRate() {
    List<TableRow> rates = ContactRates.ofOneMeasure(queries.rows("contact_rates"));
    TableRow now = ContactRates.of(rates, week);
    double before = ContactRates.of(rates, week.minusWeeks(1)).number("contacts_per_1000");
    double change = now.number("contacts_per_1000") - before;
    List<String> notes = new ArrayList<>();
    notes.add(
        "95%%区間 %s〜%s".formatted(decimal(now.number("ci_low")), decimal(now.number("ci_high"))));
    notes.add(
        "n＝" + Words.of("measure", now.text("measure")) + " " + shortCount(now.number("exposure")));
    String title = ContactRates.title(now);
    String words = Double.isNaN(change) ? "" : "前週比 " + signedPercent(change / before);
    return kpi(title, now, decimal(now.number("contacts_per_1000")), "件", "", words, notes)
        .withTone(-change)
        .withTrend(rates.stream().map(row -> row.number("contacts_per_1000")).toList())
        .build();
  }

  private KpiBuilder kpi(
      String title,
      TableRow row,
      String value,
      String unit,
      String tag,
      String change,
      List<String> notes) {
    return row.exists()
        ? new KpiBuilder(title, row, value, unit, tag, change, notes)
        : new KpiBuilder(title, row, JapaneseNumbers.NONE, "", "", "", List.of("この週のデータがありません"));
  }

  /** Against the week before; NaN while either may change: they'd differ by age, too. */
  private double finalChange(String metric) {
    TableRow now = metrics.thisWeek(metric);
    return now.isProvisional() || before(metric).isProvisional()
        ? Double.NaN
        : now.number("value") - before(metric).number("value");
  }

  /** While this week may change: what is known for good, with its interval. */
  private Optional<String> newestFinal(String metric, DoubleFunction<String> format) {
    TableRow settled = metrics.newestFinal(metric);
    if (!metrics.thisWeek(metric).isProvisional() || !settled.exists()) {
      return Optional.empty();
    }
    String interval =
        settled.has("ci_low")
            ? "（%s〜%s）"
                .formatted(
                    format.apply(settled.number("ci_low")), format.apply(settled.number("ci_high")))
            : "";
    String week = new IsoWeek(settled.date("week_start_date")).shortName();
    return Optional.of("確定済みの最新 " + week + " " + settled.shown("value", format) + interval);
  }

  private TableRow before(String metric) {
    return metrics.row(metric, "all", week.minusWeeks(1));
  }

  private OptionalDouble meanOfFourWeeks() {
    return IntStream.rangeClosed(1, 4)
        .mapToDouble(back -> metrics.row("contacts", "all", week.minusWeeks(back)).number("value"))
        .boxed()
        .filter(Double::isFinite)
        .flatMapToDouble(DoubleStream::of)
        .average();
  }

  private static String againstMean(double now, double mean) {
    return "直近4週平均 %s件、平均比 %s".formatted(count(mean), signedPercent(now / mean - 1));
  }
}
