package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics whose contacts moved most; the others and small cells as one. */
final class Movers {
  private static final int TOPICS = 10;
  private static final int NAMED = 3;

  /** A topic's part in the change. */
  private record Part(String label, double before, double after, double change, boolean isRest) {}

  private Movers() {}

  /** The three that moved most, in words. */
  static List<String> inWords(Context context) {
    return parts(context, ChangeSection.rows(context, "topic", "all")).stream()
        .filter(part -> !part.isRest())
        .sorted(
            Comparator.comparingDouble((Part part) -> -Math.abs(part.change()))
                .thenComparing(Part::label))
        .limit(NAMED)
        .map(part -> context.say("mover", part.label(), context.numbers().signed(part.change())))
        .toList();
  }

  /** The largest growth first, of all services and for a chosen one. */
  static Chart chart(Context context) {
    List<Part> parts = parts(context, ChangeSection.rows(context, "topic", "all"));
    Map<String, Object> services = new TreeMap<>();
    ChangesByTopic.services(context)
        .forEach(
            service ->
                services.put(
                    service, bars(parts(context, ChangeSection.rows(context, "topic", service)))));
    Map<String, Object> data = new TreeMap<>(bars(parts));
    data.put("kind", "diverging");
    data.put("unit", context.say("unit.contacts"));
    data.put("services", services);
    return Chart.of(
        "change-topics",
        context.say("movers.title"),
        context.say("movers.words", context.wording().list(inWords(context))),
        data,
        table(context, parts));
  }

  private static Map<String, Object> bars(List<Part> parts) {
    return Map.of(
        "x", parts.stream().map(Part::label).toList(),
        "values", Chart.values(parts.stream().map(Part::change).toList()));
  }

  private static List<Part> parts(Context context, List<TableRow> rows) {
    Set<TableRow> moved =
        rows.stream()
            .filter(row -> !row.isSuppressed() && row.number("total_change") != 0)
            .sorted(
                Comparator.comparingDouble((TableRow row) -> -Math.abs(row.number("total_change")))
                    .thenComparing(row -> row.text("segment")))
            .limit(TOPICS)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<TableRow> others = rows.stream().filter(row -> !moved.contains(row)).toList();
    Stream<Part> named =
        moved.stream().map(row -> part(context.labels().of(row, "segment"), List.of(row), false));
    Stream<Part> rest =
        others.isEmpty()
            ? Stream.empty()
            : Stream.of(part(context.say("other.topics", others.size()), others, true));
    return Stream.concat(
            named.sorted(
                Comparator.comparingDouble(Part::change).reversed().thenComparing(Part::label)),
            rest)
        .toList();
  }

  private static Part part(String label, List<TableRow> rows, boolean isRest) {
    return new Part(
        label,
        ChangeSection.sum(rows, "contacts_before"),
        ChangeSection.sum(rows, "contacts_after"),
        ChangeSection.sum(rows, "total_change"),
        isRest);
  }

  private static DataTable table(Context context, List<Part> parts) {
    return new DataTable(
        "change-topics",
        context.say("movers.title"),
        List.of(
            context.words("topic"),
            context.number("week.before"),
            context.number("week.now"),
            context.number("change")),
        parts.stream()
            .map(
                part ->
                    DataTable.Row.of(
                        Keys.ofTopic(part.label()),
                        Cell.of(part.label()),
                        Cell.of(context.numbers().count(part.before()), part.before()),
                        Cell.of(context.numbers().count(part.after()), part.after()),
                        Cell.of(context.numbers().signed(part.change()), part.change())))
            .toList());
  }
}
