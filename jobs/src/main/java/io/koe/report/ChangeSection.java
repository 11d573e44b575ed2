package io.koe.report;

import static io.koe.report.JapaneseNumbers.count;
import static io.koe.report.JapaneseNumbers.signed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why contacts moved against the week before: the exact decomposition, as a waterfall and by topic.
 *
 * @param charts none when there is nothing to explain
 * @param absence why there are none
 * @param sentence the decomposition in words
 * @param movers the topics that moved most, in words
 */
record ChangeSection(List<Chart> charts, String absence, String sentence, List<String> movers) {
  private static final int MOVERS = 3;
  private static final int TOPICS = 10;

  private static final List<String> EFFECTS =
      List.of("exposure_effect", "mix_effect", "rate_effect", "entry_exit_effect");

  private static final List<String> NAMES = List.of("利用者数", "サービス構成", "発生率", "新規・消滅");

  /** A topic's part in the change. */
  private record Part(String label, double before, double after, double change, boolean isRest) {}

  static ChangeSection read(ReportQueries queries, TopicLabels labels) {
    List<TableRow> all = queries.rows("volume_changes");
    List<TableRow> rows = ofDimension(all, "service");
    if (rows.isEmpty()) {
      String absence = queries.absence("volume_changes", "前週と比べられるデータがありません。");
      return new ChangeSection(List.of(), absence, "", List.of());
    }
    double before = Math.rint(sum(rows, "contacts_before"));
    double after = Math.rint(sum(rows, "contacts_after"));
    double[] exact = EFFECTS.stream().mapToDouble(effect -> sum(rows, effect)).toArray();
    double[] effects = JapaneseNumbers.roundedToSum(exact, after - before);
    List<Part> parts = parts(ofDimension(all, "topic"), labels);
    return new ChangeSection(
        List.of(waterfall(before, effects, after), topics(parts)),
        "",
        sentence(before, effects, after),
        movers(parts));
  }

  private static List<String> movers(List<Part> parts) {
    return parts.stream()
        .filter(part -> !part.isRest())
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.change())))
        .limit(MOVERS)
        .map(part -> "「%s」（%s件）".formatted(part.label(), signed(part.change())))
        .toList();
  }

  private static List<TableRow> ofDimension(List<TableRow> rows, String dimension) {
    return rows.stream().filter(row -> row.text("dimension").equals(dimension)).toList();
  }

  private static double sum(List<TableRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.hidden(column)).filter(Double::isFinite).sum();
  }

  private static String sentence(double before, double[] effects, double after) {
    StringBuilder words = new StringBuilder();
    words.append(
        "前週 %s件 → 今週 %s件（%s件）。内訳は".formatted(count(before), count(after), signed(after - before)));
    for (int i = 0; i < effects.length; i++) {
      words
          .append(i == 0 ? "" : "、")
          .append(NAMES.get(i))
          .append(' ')
          .append(signed(effects[i]))
          .append('件');
    }
    return words.append("で、合計は増減に一致します。").toString();
  }

  private static Chart waterfall(double before, double[] effects, double after) {
    List<Double> levels = new ArrayList<>(List.of(0.0, before));
    for (double effect : effects) {
      levels.add(levels.get(levels.size() - 1) + effect);
    }
    List<String> names = new ArrayList<>(List.of("前週"));
    names.addAll(NAMES);
    names.add("今週");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("前週", count(before)));
    IntStream.range(0, effects.length)
        .forEach(i -> rows.add(List.of(NAMES.get(i), signed(effects[i]))));
    rows.add(List.of("今週", count(after)));
    return Chart.of(
        "change-waterfall",
        "前週からの増減の内訳（件、縦軸は途中から）",
        sentence(before, effects, after),
        Map.of(
            "kind",
            "waterfall",
            "unit",
            "件",
            "x",
            names,
            "levels",
            levels,
            "labels",
            rows.stream().map(row -> row.get(1)).toList()),
        new DataTable(List.of("要因", "件数"), rows));
  }

  /** The topics that moved most, the largest growth first; the others and small cells as one. */
  private static List<Part> parts(List<TableRow> rows, TopicLabels labels) {
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
        moved.stream().map(row -> part(labels.of(row, "segment"), List.of(row), false));
    Stream<Part> rest =
        others.isEmpty()
            ? Stream.empty()
            : Stream.of(part("その他 " + others.size() + "トピック", others, true));
    return Stream.concat(
            named.sorted(
                Comparator.comparingDouble(Part::change).reversed().thenComparing(Part::label)),
            rest)
        .toList();
  }

  private static Part part(String label, List<TableRow> rows, boolean isRest) {
    return new Part(
        label,
        sum(rows, "contacts_before"),
        sum(rows, "contacts_after"),
        sum(rows, "total_change"),
        isRest);
  }

  private static Chart topics(List<Part> parts) {
    List<List<String>> rows =
        parts.stream()
            .map(
                part ->
                    List.of(
                        part.label(),
                        count(part.before()),
                        count(part.after()),
                        signed(part.change())))
            .toList();
    return Chart.of(
        "change-topics",
        "トピック別の増減（前週差、件）",
        "増減の大きいトピック："
            + String.join(
                "、",
                parts.stream()
                    .limit(5)
                    .map(part -> part.label() + " " + signed(part.change()) + "件")
                    .toList()),
        Map.of(
            "kind",
            "diverging",
            "unit",
            "件",
            "x",
            parts.stream().map(Part::label).toList(),
            "values",
            Chart.values(parts.stream().map(Part::change).toList())),
        new DataTable(List.of("トピック", "前週", "今週", "増減"), rows));
  }
}
