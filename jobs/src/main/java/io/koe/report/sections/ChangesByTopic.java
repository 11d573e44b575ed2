package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The decomposition by topic, for all services and for each. */
final class ChangesByTopic {
  private static final int TOPICS = 12;

  private ChangesByTopic() {}

  static List<Block> tables(Context context) {
    List<Block> tables = new ArrayList<>();
    Stream.concat(Stream.of("all"), services(context))
        .forEach(
            service ->
                tables.add(
                    new Block.Fold(
                        "",
                        context.say("change.by.topic", context.name("service", service)),
                        new Keys(service, "", ""),
                        List.of(table(context, service)))));
    return tables;
  }

  /** Those with a decomposition of their own. */
  static Stream<String> services(Context context) {
    return context.rows("volume_changes").stream()
        .filter(row -> row.text("dimension").equals("topic"))
        .map(row -> row.text("service"))
        .filter(service -> !service.equals("all"))
        .distinct()
        .sorted();
  }

  private static DataTable table(Context context, String service) {
    List<DataTable.Column> columns =
        new ArrayList<>(
            List.of(
                context.words("topic"),
                context.number("week.before"),
                context.number("week.now"),
                context.number("change")));
    ChangeSection.EFFECTS.forEach(
        effect -> columns.add(DataTable.Column.number(context.name("effect", effect))));
    return new DataTable(
        "change-" + PageNames.anchor(service),
        context.say("change.by.topic", context.name("service", service)),
        columns,
        ChangeSection.rows(context, "topic", service).stream()
            .filter(row -> !row.isSuppressed())
            .sorted(
                Comparator.comparingDouble((TableRow row) -> -Math.abs(row.number("total_change")))
                    .thenComparing(row -> row.text("segment")))
            .limit(TOPICS)
            .map(row -> row(context, row))
            .toList());
  }

  private static DataTable.Row row(Context context, TableRow row) {
    String label = context.labels().of(row, "segment");
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.of(label),
                context.count(row, "contacts_before"),
                context.count(row, "contacts_after"),
                context.cell(row, "total_change", context.numbers()::signed)));
    ChangeSection.EFFECTS.forEach(
        effect -> cells.add(context.cell(row, effect, context.numbers()::signedTenth)));
    return new DataTable.Row(Keys.of(row.text("service"), label), cells);
  }
}
