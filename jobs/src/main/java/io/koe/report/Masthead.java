package io.koe.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of the page: which week, from which data, what is not final.
 *
 * @param week {@code 2026-W40}
 * @param days from Monday to Sunday
 * @param asOf the last night in the data
 * @param run the run that published it
 * @param snapshot the snapshot read
 * @param unfinished what may still change, in words
 * @param conclusions the week in a few sentences
 */
record Masthead(
    String week,
    String days,
    String asOf,
    String run,
    String snapshot,
    List<String> unfinished,
    List<String> conclusions) {

  static Masthead read(ReportQueries queries, MetricHistory metrics, List<String> conclusions) {
    IsoWeek week = queries.week();
    TableRow run =
        queries.rows("runs").stream().reduce((older, newer) -> newer).orElse(TableRow.NONE);
    return new Masthead(
        week.toString(),
        Days.inFull(week.start()) + "〜" + Days.withWeekday(week.end()),
        run.exists() ? Days.inFull(run.date("run_date")) + "の夜間処理まで" : "不明",
        run.text("run_id"),
        queries.snapshot(),
        unfinished(metrics, week, run.date("run_date")),
        conclusions);
  }

  private static List<String> unfinished(MetricHistory metrics, IsoWeek week, LocalDate asOf) {
    List<String> lines = new ArrayList<>();
    if (asOf != null && asOf.isBefore(week.end())) {
      lines.add("週の途中です。%s以降のデータはまだありません。".formatted(Days.withWeekday(asOf.plusDays(1))));
    }
    if (metrics.thisWeek("contacts").isProvisional()) {
      lines.add("問い合わせ件数は速報です（遅れて届く分で増えることがあります）。");
    }
    String rates =
        String.join(
            "、",
            List.of("durable_resolution_rate", "self_resolution_rate", "first_reply_hours_median")
                .stream()
                .filter(metric -> metrics.thisWeek(metric).isProvisional())
                .map(metric -> Words.of("metric", metric))
                .toList());
    if (!rates.isEmpty()) {
      lines.add(rates + "は未確定です（対応の途中の問い合わせを含みます）。");
    }
    return lines;
  }
}
