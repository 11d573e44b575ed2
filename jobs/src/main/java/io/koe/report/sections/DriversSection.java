package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What made people contact us: the topics with most contacts, overall and per service. */
final class DriversSection {
  private static final int OVERALL = 15;
  private static final int PER_SERVICE = 10;

  private DriversSection() {}

  static Section read(Context context) {
    return new Section(
        "drivers", context.say("drivers.link"), context.say("drivers.title"), blocks(context));
  }

  private static List<Block> blocks(Context context) {
    Map<String, List<TableRow>> byService =
        context.rows("drivers").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("service"), LinkedHashMap::new, Collectors.toList()));
    if (byService.isEmpty()) {
      return List.of(Block.empty(context.absence("drivers", "drivers.none")));
    }
    List<Block> blocks = new ArrayList<>();
    String finalWeek = context.drivers().resolutionWeek();
    blocks.add(Block.note(context.say("drivers.note", context.say("per.thousand"))));
    if (!finalWeek.isEmpty()) {
      blocks.add(Block.note(context.say("drivers.final", finalWeek)));
    }
    byService.forEach((service, rows) -> blocks.addAll(group(context, service, rows)));
    return blocks;
  }

  private static List<Block> group(Context context, String service, List<TableRow> rows) {
    boolean isAll = service.equals("all");
    int limit = isAll ? OVERALL : PER_SERVICE;
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        DriverRow.table(
            context,
            "drivers-" + PageNames.anchor(service),
            context.say("drivers.table", context.name("service", service)),
            rows.stream().limit(limit).toList(),
            DriverRow.largestShare(rows)));
    if (rows.size() > limit) {
      blocks.add(Block.note(rest(context, rows.subList(limit, rows.size()))));
    }
    return isAll
        ? blocks
        : List.of(
            new Block.Fold(
                "", context.name("service", service), new Keys(service, "", ""), blocks));
  }

  private static String rest(Context context, List<TableRow> rows) {
    double contacts =
        rows.stream().mapToDouble(row -> row.number("contacts")).filter(Double::isFinite).sum();
    return context.say("drivers.rest", rows.size(), context.numbers().count(contacts));
  }
}
