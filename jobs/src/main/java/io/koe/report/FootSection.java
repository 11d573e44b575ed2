package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader needs to trust the page.
 *
 * @param definitions name and meaning of each figure
 * @param switchedOff what is missing on the page, and why
 * @param restatements final values that changed during the week; no rows when none did
 * @param restatementsAbsence why there are none
 * @param intake rows read, accepted and rejected by night
 * @param warnings data checks that found something
 */
record FootSection(
    List<List<String>> definitions,
    List<String> switchedOff,
    DataTable restatements,
    String restatementsAbsence,
    DataTable intake,
    List<String> warnings) {
  private static final List<String> EXPLAINED =
      List.of(
          "contacts",
          "durable_resolution_rate",
          "self_resolution_rate",
          "first_reply_hours_median",
          "contacts_per_1000");
  private static final int RESTATEMENTS = 20;

  /** Reads last: by then it is known which tables the other sections missed. */
  static FootSection read(ReportQueries queries) {
    List<TableRow> runs = queries.rows("runs");
    DataTable restatements = restatements(queries);
    List<String> warnings =
        queries.rows("data_checks").stream()
            .map(
                row ->
                    "%s：%s（%s行）"
                        .formatted(
                            row.text("checked_table"),
                            row.text("message"),
                            count(row.number("violations"))))
            .distinct()
            .toList();
    return new FootSection(
        definitions(queries),
        switchedOff(queries),
        restatements,
        queries.absence("restatements", "この週に訂正された確定値はありません。"),
        intake(runs, queries.week()),
        warnings);
  }

  private static List<List<String>> definitions(ReportQueries queries) {
    List<TableRow> versions = queries.rows("definitions");
    return EXPLAINED.stream()
        .map(metric -> List.of(name(metric, versions), Words.of("definition", metric)))
        .toList();
  }

  private static String name(String metric, List<TableRow> versions) {
    return versions.stream()
        .filter(row -> row.text("metric_id").equals(metric))
        .reduce((older, newer) -> newer)
        .map(
            row -> "%s（第%s版）".formatted(Words.of("metric", metric), row.text("definition_version")))
        .orElse(Words.of("metric", metric));
  }

  private static List<String> switchedOff(ReportQueries queries) {
    List<String> lines = new ArrayList<>();
    queries
        .rows("input_tables")
        .forEach(
            row ->
                lines.add(
                    "入力データ「%s」（%s）がないため、%sは空欄です。"
                        .formatted(
                            Words.of("input", row.text("table_name")),
                            row.text("table_name"),
                            row.text("outputs").isEmpty() ? "これを使う項目" : row.text("outputs"))));
    MissingColumn.read(queries).forEach(column -> lines.add(switchedOff(column)));
    queries.missing().forEach(table -> lines.add("表「" + table + "」は公開されていません。"));
    return lines;
  }

  private static String switchedOff(MissingColumn column) {
    return "入力データ「%s」（%s）の列 %s はこの週のどの行にも値がないため、次の項目は分かりません：%s。"
        .formatted(
            Words.of("input", column.table()), column.table(), column.column(), column.outputs());
  }

  private static DataTable restatements(ReportQueries queries) {
    List<List<String>> rows =
        queries.rows("restatements").stream()
            .limit(RESTATEMENTS)
            .map(
                row ->
                    List.of(
                        row.has("name_ja") ? row.text("name_ja") : row.text("metric_id"),
                        Days.withWeekday(row.date("metric_date"))
                            + (row.text("period").equals("week") ? "からの週" : ""),
                        Words.of("service", row.text("service")),
                        figure(row, "old_value"),
                        figure(row, "new_value"),
                        Days.withWeekday(row.date("restated_date")),
                        Words.of("reason", row.text("reason"))))
            .toList();
    return new DataTable(List.of("指標", "対象日", "サービス", "訂正前", "訂正後", "訂正日", "理由"), rows);
  }

  private static String figure(TableRow row, String column) {
    double value = row.number(column);
    return switch (row.has("unit") ? row.text("unit") : "") {
      case "share" -> JapaneseNumbers.percent(value);
      case "hours", "business hours" -> JapaneseNumbers.hours(value);
      default -> count(value);
    };
  }

  private static DataTable intake(List<TableRow> runs, IsoWeek week) {
    List<List<String>> rows =
        runs.stream()
            .filter(run -> !run.date("run_date").isAfter(week.end()))
            .map(
                run ->
                    List.of(
                        Days.withWeekday(run.date("run_date")),
                        count(run.number("rows_read")),
                        count(run.number("rows_accepted")),
                        count(run.number("rows_rejected")),
                        count(run.number("rows_duplicate")),
                        count(run.number("files_unreadable"))))
            .toList();
    return new DataTable(List.of("実行対象日", "読込", "受理", "棄却", "重複", "読めないファイル"), rows);
  }
}
