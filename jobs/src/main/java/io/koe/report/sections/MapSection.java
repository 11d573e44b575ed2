package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Bubbles;
import io.koe.report.page.Cell;
import io.koe.report.page.DataTable;
import io.koe.report.page.Keys;
import io.koe.report.page.Section;
import io.koe.report.page.TopicMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The week's topics as a map: like topics near, size contacts, colour change. */
final class MapSection {
  private static final int TOPICS = 150;
  private static final List<String> TONES = List.of("worse2", "worse", "even", "better", "better2");

  private final Context context;
  private final List<TableRow> rows;
  private final List<double[]> places;

  private MapSection(Context context, List<TableRow> rows) {
    this.context = context;
    this.rows = rows;
    this.places =
        Bubbles.place(
            rows.stream()
                .map(row -> new double[] {row.number("map_x"), row.number("map_y")})
                .toList(),
            rows.stream().mapToDouble(row -> row.number("contacts")).toArray());
  }

  static Section read(Context context) {
    List<TableRow> rows = context.rows("topic_map").stream().limit(TOPICS).toList();
    return new Section(
        "map",
        context.say("map.link"),
        context.say("map.title"),
        rows.isEmpty()
            ? List.of(Block.empty(context.absence("topic_map", "map.none")))
            : List.of(Block.lead(context.say("map.lead")), new MapSection(context, rows).map()));
  }

  private TopicMap map() {
    return new TopicMap(
        context.say("map.title"),
        context.say(
            "map.words",
            rows.size(),
            context.wording().list(rows.stream().limit(5).map(row -> row.text("label")).toList())),
        IntStream.range(0, rows.size()).mapToObj(this::bubble).toList(),
        themes(),
        TONES.stream().map(tone -> new TopicMap.Tone(tone, context.name("tone", tone))).toList(),
        table());
  }

  private TopicMap.Bubble bubble(int i) {
    TableRow row = rows.get(i);
    double[] place = places.get(i);
    String label = row.text("label");
    String theme = row.text("theme");
    return new TopicMap.Bubble(
        context.topicLink(row.text("topic_id")),
        String.join("\n", hover(row)),
        tone(row),
        decimal(place[0]),
        decimal(place[1]),
        decimal(place[2]),
        BubbleLabel.lines(label, place),
        Keys.ofTopic(label + " " + theme));
  }

  private List<String> hover(TableRow row) {
    return List.of(
        row.text("label"),
        context.say("map.theme", row.text("theme")),
        context.say("contacts.n", context.numbers().count(row.number("contacts"))),
        context.say("map.change", change(row)),
        row.text("terms"));
  }

  private String change(TableRow row) {
    return row.has("change")
        ? context.numbers().signed(row.number("change"))
        : context.numbers().none();
  }

  /** Counts vary by chance: a change is seen from one standard deviation on, strong from 2.5. */
  private static String tone(TableRow row) {
    double change = row.number("change");
    if (!Double.isFinite(change)) {
      return "even";
    }
    double deviation = change / Math.sqrt(Math.max(1, 2 * row.number("contacts") - change));
    int step = Math.abs(deviation) < 1 ? 0 : Math.abs(deviation) < 2.5 ? 1 : 2;
    return TONES.get(2 - (int) Math.signum(deviation) * step);
  }

  /** Each theme's name above the middle of its bubbles, where it has several. */
  private List<TopicMap.Theme> themes() {
    Map<String, List<Integer>> byTheme = new LinkedHashMap<>();
    IntStream.range(0, rows.size())
        .forEach(
            i ->
                byTheme
                    .computeIfAbsent(rows.get(i).text("theme"), theme -> new ArrayList<>())
                    .add(i));
    return ThemeNames.place(
        byTheme,
        places,
        IntStream.range(0, rows.size())
            .mapToObj(i -> BubbleLabel.lines(rows.get(i).text("label"), places.get(i)))
            .toList());
  }

  private DataTable table() {
    return new DataTable(
        "map",
        context.say("map.title"),
        List.of(
            context.words("topic"),
            context.words("theme"),
            context.number("contacts"),
            context.number("change"),
            context.words("terms"),
            context.words("state")),
        rows.stream()
            .map(
                row ->
                    DataTable.Row.of(
                        Keys.ofTopic(row.text("label") + " " + row.text("theme")),
                        context.topic(row),
                        Cell.of(row.text("theme")),
                        context.count(row, "contacts"),
                        Cell.of(change(row), row.number("change")),
                        Cell.of(row.text("terms")),
                        context.state(row)))
            .toList());
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
