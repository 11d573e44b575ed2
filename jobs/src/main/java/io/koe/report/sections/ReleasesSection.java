package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.Numbers;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.List;
import java.util.Locale;

/** What releases and incidents did: worse first, then better, then what cannot be told. */
final class ReleasesSection {
  private static final int LIMIT = 20;

  private ReleasesSection() {}

  static Section read(Context context) {
    List<TableRow> rows = context.rows("releases").stream().limit(LIMIT).toList();
    return new Section(
        "releases",
        context.say("releases.link"),
        context.say("releases.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("releases", "releases.none")))
            : List.of(Block.lead(context.say("releases.lead")), table(context, "releases", rows)));
  }

  static DataTable table(Context context, String id, List<TableRow> rows) {
    return new DataTable(
        id,
        context.say("releases.title"),
        List.of(
            context.words("release"),
            context.badge("verdict"),
            context.words("topic"),
            context.words("metric"),
            context.number("release.contacts"),
            context.number("effect")),
        rows.stream().map(row -> row(context, row)).toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    Numbers numbers = context.numbers();
    String verdict = row.text("verdict").toLowerCase(Locale.ROOT).replace(' ', '_');
    boolean isAll = row.text("topic_id").equals("all");
    String label = isAll ? context.say("all.topics") : context.labels().of(row, "topic_id");
    return DataTable.Row.of(
        new Keys(row.text("service"), row.text("platform"), label),
        Cell.of(row.text("title"))
            .withSmall(
                context.name("kind", row.text("kind"))
                    + " "
                    + context.wording().days().withWeekday(row.date("started_date"))),
        Cell.badge(
            context.name("verdict", verdict),
            verdict.equals("worse") || verdict.equals("better") ? verdict : "even"),
        isAll ? Cell.of(label) : context.topic(row),
        Cell.of(context.name("metric", row.text("metric_id"))),
        Cell.of(
            numbers.count(row.number("contacts_before"))
                + "→"
                + numbers.count(row.number("contacts_after")),
            row.number("contacts_after")),
        Cell.of(effect(numbers, row, "effect"), row.number("effect"))
            .withSmall(
                numbers.range(
                    row.number("effect_low"),
                    row.number("effect_high"),
                    value -> effect(numbers, row.text("metric_id"), value))));
  }

  private static String effect(Numbers numbers, TableRow row, String column) {
    return effect(numbers, row.text("metric_id"), row.number(column));
  }

  /** Counts as a ratio to what the control leads to expect; rates as a difference. */
  private static String effect(Numbers numbers, String metric, double effect) {
    return metric.endsWith("_rate") ? numbers.points(effect) : numbers.ratio(effect);
  }
}
