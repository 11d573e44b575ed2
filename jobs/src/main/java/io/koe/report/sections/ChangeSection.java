package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.language.WholeParts;
import io.koe.report.page.Block;
import io.koe.report.page.Cell;
import io.koe.report.page.Chart;
import io.koe.report.page.DataTable;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Why contacts moved against the week before: the exact decomposition, and by topic. */
final class ChangeSection {
  static final List<String> EFFECTS =
      List.of("exposure_effect", "mix_effect", "rate_effect", "entry_exit_effect");

  private final Context context;
  private final double before;
  private final double after;
  private final double[] effects;

  private ChangeSection(Context context, List<TableRow> rows) {
    this.context = context;
    this.before = Math.rint(sum(rows, "contacts_before"));
    this.after = Math.rint(sum(rows, "contacts_after"));
    double[] exact = EFFECTS.stream().mapToDouble(effect -> sum(rows, effect)).toArray();
    this.effects = WholeParts.of(exact, after - before);
  }

  static Section read(Context context) {
    return new Section(
        "change", context.say("change.link"), context.say("change.title"), blocks(context));
  }

  private static List<Block> blocks(Context context) {
    List<TableRow> services = rows(context, "service", "all");
    if (services.isEmpty()) {
      return List.of(Block.empty(context.absence("volume_changes", "change.none")));
    }
    ChangeSection change = new ChangeSection(context, services);
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.lead(change.sentence()));
    blocks.add(new Block.Charts(List.of(change.waterfall(), Movers.chart(context))));
    blocks.addAll(ChangesByTopic.tables(context));
    return blocks;
  }

  static List<TableRow> rows(Context context, String dimension, String service) {
    return context.rows("volume_changes").stream()
        .filter(row -> row.text("dimension").equals(dimension))
        .filter(row -> row.text("service").equals(service))
        .toList();
  }

  static double sum(List<TableRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.hidden(column)).filter(Double::isFinite).sum();
  }

  private String sentence() {
    List<String> parts =
        IntStream.range(0, effects.length)
            .mapToObj(
                i ->
                    context.say(
                        "change.part",
                        context.name("effect", EFFECTS.get(i)),
                        context.numbers().signed(effects[i])))
            .toList();
    return context.say(
        "change.sentence",
        context.numbers().count(before),
        context.numbers().count(after),
        context.numbers().signed(after - before),
        context.wording().list(parts));
  }

  private Chart waterfall() {
    List<Double> levels = new ArrayList<>(List.of(0.0, before));
    Map<String, Double> steps = new LinkedHashMap<>();
    steps.put(context.say("week.before"), before);
    for (int i = 0; i < effects.length; i++) {
      levels.add(levels.get(levels.size() - 1) + effects[i]);
      steps.put(context.name("effect", EFFECTS.get(i)), effects[i]);
    }
    steps.put(context.say("week.now"), after);
    List<String> names = List.copyOf(steps.keySet());
    List<String> labels = labels(List.copyOf(steps.values()));
    return Chart.of(
        "change-waterfall",
        context.say("change.waterfall"),
        sentence(),
        Map.of(
            "kind", "waterfall",
            "unit", context.say("unit.contacts"),
            "x", names,
            "levels", levels,
            "labels", labels),
        table(names, labels, List.copyOf(steps.values())));
  }

  private List<String> labels(List<Double> values) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                i == 0 || i == values.size() - 1
                    ? context.numbers().count(values.get(i))
                    : context.numbers().signed(values.get(i)))
        .toList();
  }

  private DataTable table(List<String> names, List<String> labels, List<Double> values) {
    return new DataTable(
        "change-waterfall",
        context.say("change.waterfall"),
        List.of(context.words("factor"), context.number("contacts")),
        IntStream.range(0, names.size())
            .mapToObj(
                i -> DataTable.Row.of(Cell.of(names.get(i)), Cell.of(labels.get(i), values.get(i))))
            .toList());
  }
}
