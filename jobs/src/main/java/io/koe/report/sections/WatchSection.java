package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import io.koe.report.page.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of the rule-based feeds, gravest first; with their trend by week. */
final class WatchSection {
  private WatchSection() {}

  static Section forPr(Context context) {
    return section(context, List.of("pr", "legal", "trust_safety", "cs"));
  }

  static Section forSafety(Context context) {
    return section(context, List.of("trust_safety", "legal"));
  }

  /** How many inquiries the rules of some readers found; empty when there is nothing to say. */
  static Optional<String> sentence(Context context, List<String> readers) {
    List<TableRow> rows = rows(context, readers);
    double now = sum(rows, "inquiries");
    double before = sum(rows, "inquiries_previous_week");
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            context.say(
                "watch.sentence",
                rows.size(),
                context.numbers().count(now),
                context.numbers().count(before)));
  }

  private static double sum(List<TableRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.number(column)).filter(Double::isFinite).sum();
  }

  static List<TableRow> rows(Context context, List<String> readers) {
    return context.rows("watch").stream()
        .filter(row -> readers.contains(row.text("routed_to")))
        .toList();
  }

  private static Section section(Context context, List<String> readers) {
    List<TableRow> rows = rows(context, readers);
    List<Block> blocks = new ArrayList<>();
    if (rows.isEmpty()) {
      blocks.add(Block.empty(context.absence("watch", "watch.none")));
    } else {
      blocks.add(Block.lead(context.say("watch.lead")));
      blocks.add(table(context, rows));
    }
    return new Section("watch", context.say("watch.link"), context.say("watch.title"), blocks);
  }

  private static DataTable table(Context context, List<TableRow> rows) {
    return new DataTable(
        "watch",
        context.say("watch.title"),
        List.of(
            context.words("rule"),
            context.badge("severity"),
            context.words("routed.to"),
            context.number("week.now"),
            context.number("week.before"),
            DataTable.Column.trend(context.say("trend"))),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    String severity = row.text("severity");
    return DataTable.Row.of(
        Cell.of(context.name("rule", row.text("rule_id"), row.text("title"))),
        Cell.badge(context.name("severity", severity), severity.equals("high") ? "worse" : "even"),
        Cell.of(context.name("routed_to", row.text("routed_to"))),
        cell(context, row, "inquiries", "is_hidden"),
        cell(context, row, "inquiries_previous_week", "is_hidden_previous_week"),
        Cell.trend(trend(context, row)));
  }

  /** A rule without a row had no inquiry. */
  private static Cell cell(Context context, TableRow row, String column, String hidden) {
    if (row.flag(hidden)) {
      return Cell.of(context.wording().suppressed());
    }
    return row.has(column) ? context.count(row, column) : Cell.of("0", 0);
  }

  private static Sparkline trend(Context context, TableRow rule) {
    return Sparkline.of(
        context.rows("watch_trend").stream()
            .filter(row -> row.text("rule_id").equals(rule.text("rule_id")))
            .filter(row -> row.text("routed_to").equals(rule.text("routed_to")))
            .map(row -> row.number("alike_7_days"))
            .toList(),
        context.wording(),
        context.numbers()::count);
  }
}
