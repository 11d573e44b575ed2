package io.koe.report.sections;

import io.koe.report.data.MissingColumn;
import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** What a reader needs to trust the page. */
final class FootSection {
  private static final List<String> EXPLAINED =
      List.of(
          "contacts",
          "durable_resolution_rate",
          "self_resolution_rate",
          "first_reply_hours_median",
          "contacts_per_1000");

  private FootSection() {}

  /** Reads last: by then it is known which tables the other sections missed. */
  static Section read(Context context) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Glossary(glossary(context)));
    blocks.add(fold(context, "off.title", off(context)));
    blocks.add(fold(context, "restatements.title", List.of(RestatementsSection.week(context))));
    blocks.add(fold(context, "intake.title", List.of(intake(context))));
    List<String> warnings = warnings(context);
    if (!warnings.isEmpty()) {
      blocks.add(fold(context, "warnings.title", List.of(new Block.Sentences(warnings))));
    }
    return new Section("foot", context.say("foot.link"), context.say("foot.title"), blocks);
  }

  private static Block fold(Context context, String title, List<Block> blocks) {
    return new Block.Fold("", context.say(title), Keys.NONE, blocks);
  }

  private static List<List<String>> glossary(Context context) {
    List<List<String>> entries = new ArrayList<>();
    EXPLAINED.forEach(
        metric ->
            entries.add(List.of(name(context, metric), context.name("definition", metric, ""))));
    for (String term : List.of("interval", "state", "suppressed")) {
      entries.add(List.of(context.say("explain." + term), context.say("explain." + term + ".is")));
    }
    return entries;
  }

  private static String name(Context context, String metric) {
    String name = context.name("metric", metric);
    return context.rows("definitions").stream()
        .filter(row -> row.text("metric_id").equals(metric))
        .reduce((older, newer) -> newer)
        .map(row -> context.say("version", name, row.text("definition_version")))
        .orElse(name);
  }

  private static List<Block> off(Context context) {
    List<String> lines = new ArrayList<>();
    context
        .rows("input_tables")
        .forEach(
            row ->
                lines.add(
                    context.say(
                        "off.table",
                        context.name("input", row.text("table_name")),
                        row.text("table_name"),
                        row.text("outputs").isEmpty()
                            ? context.say("off.what.needs.it")
                            : row.text("outputs"))));
    MissingColumn.read(context.queries())
        .forEach(
            column ->
                lines.add(
                    context.say(
                        "off.column",
                        context.name("input", column.table()),
                        column.table(),
                        column.column(),
                        column.outputs())));
    context.queries().missing().forEach(table -> lines.add(context.say("off.published", table)));
    return List.of(lines.isEmpty() ? Block.note(context.say("none")) : new Block.Sentences(lines));
  }

  private static List<String> warnings(Context context) {
    return context.rows("data_checks").stream()
        .map(
            row ->
                context.say(
                    "warning",
                    row.text("checked_table"),
                    row.text("message"),
                    context.numbers().count(row.number("violations"))))
        .distinct()
        .toList();
  }

  private static Block intake(Context context) {
    List<DataTable.Row> rows =
        context.rows("runs").stream()
            .filter(run -> !run.date("run_date").isAfter(context.week().end()))
            .map(run -> intake(context, run))
            .toList();
    return rows.isEmpty()
        ? Block.note(context.say("intake.none"))
        : new DataTable(
            "intake",
            context.say("intake.title"),
            List.of(
                context.words("run.date"),
                context.number("rows.read"),
                context.number("rows.accepted"),
                context.number("rows.rejected"),
                context.number("rows.duplicate"),
                context.number("files.unreadable")),
            rows);
  }

  private static DataTable.Row intake(Context context, TableRow run) {
    return DataTable.Row.of(
        Cell.of(context.wording().days().withWeekday(run.date("run_date"))),
        context.count(run, "rows_read"),
        context.count(run, "rows_accepted"),
        context.count(run, "rows_rejected"),
        context.count(run, "rows_duplicate"),
        context.count(run, "files_unreadable"));
  }
}
