package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures for a transparency report: final ones alone, with n, interval and definition. */
final class TransparencySection {
  private static final int WEEKS = 4;

  private TransparencySection() {}

  static Section read(Context context) {
    List<TableRow> rows =
        context.rows("transparency").stream()
            .sorted(
                Comparator.comparing((TableRow row) -> row.date("week_start_date"))
                    .reversed()
                    .thenComparing(row -> row.text("metric_id"))
                    .thenComparing(row -> row.text("service")))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.lead(context.say("transparency.lead")));
    if (rows.isEmpty()) {
      blocks.add(Block.empty(context.absence("transparency", "transparency.none")));
    } else {
      blocks.add(table(context, "transparency", newest(rows)));
      blocks.add(
          new Block.Fold(
              "",
              context.say("transparency.all"),
              Keys.NONE,
              List.of(table(context, "transparency-all", rows))));
    }
    blocks.add(shares(context));
    return new Section(
        "figures", context.say("transparency.link"), context.say("transparency.title"), blocks);
  }

  /** The totals of the newest final weeks, by metric. */
  private static List<TableRow> newest(List<TableRow> rows) {
    Map<String, Integer> taken = new TreeMap<>();
    return rows.stream()
        .filter(row -> row.text("service").equals("all"))
        .filter(row -> taken.merge(row.text("metric_id"), 1, Integer::sum) <= WEEKS)
        .sorted(Comparator.comparing(row -> row.text("metric_id")))
        .toList();
  }

  private static DataTable table(Context context, String id, List<TableRow> rows) {
    return new DataTable(
        id,
        context.say("transparency.title"),
        List.of(
            context.words("week"),
            context.words("metric"),
            context.words("service"),
            context.number("value"),
            context.number("interval"),
            context.number("n.column"),
            context.words("definition"),
            context.words("state")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    Numbers numbers = context.numbers();
    String metric = row.text("metric_id");
    boolean isCount = metric.equals("contacts");
    String value =
        isCount
            ? context.shown(row, "value", numbers::count)
            : row.hasBounds()
                ? numbers.percentRange(row.low(), row.high())
                : metric.endsWith("median")
                    ? context.shown(row, "value", numbers::hours)
                    : context.shown(row, "value", numbers::percent);
    return DataTable.Row.of(
        Keys.of(row.text("service"), ""),
        Cell.of(row.week().toString()),
        Cell.of(context.name("metric", metric)),
        Cell.of(context.name("service", row.text("service"))),
        Cell.of(value, row.number("value")),
        Cell.of(
            isCount
                ? numbers.range(row.number("ci_low"), row.number("ci_high"), numbers::count)
                : numbers.percentRange(row.number("ci_low"), row.number("ci_high"))),
        context.count(row, "denominator"),
        Cell.of(context.say("version.short", row.text("definition_version"))),
        context.state(row));
  }

  /** The share of transactions with a contact, by the day of the transaction. */
  private static Block shares(Context context) {
    List<TableRow> rows = context.rows("contacted_shares");
    return rows.isEmpty()
        ? Block.note(context.absence("contacted_shares", "shares.none"))
        : new DataTable(
            "contacted-shares",
            context.say("shares.title"),
            List.of(
                context.words("week"),
                context.words("service"),
                context.number("share"),
                context.number("interval"),
                context.number("transactions"),
                context.words("state")),
            rows.stream().map(row -> share(context, row)).toList());
  }

  private static DataTable.Row share(Context context, TableRow row) {
    Numbers numbers = context.numbers();
    return DataTable.Row.of(
        Keys.of(row.text("service"), ""),
        Cell.of(row.week().toString()),
        Cell.of(context.name("service", row.text("service"))),
        context.cell(row, "contacted_share", numbers::finePercent),
        Cell.of(
            numbers.range(
                row.number("share_ci_low"), row.number("share_ci_high"), numbers::finePercent)),
        context.count(row, "transactions"),
        context.state(row));
  }
}
