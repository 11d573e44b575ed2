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
import java.util.stream.Stream;

/** The week's topics as a map: like topics near, size contacts, colour change. */
final class MapSection {
  private static final int TOPICS = 150;
  private static final List<String> TONES = List.of("worse2", "worse", "even", "better", "better2");

  private static final double SAMPLE = 26;
  private static final double NAME_SIZE = 15;
  private static final double NAME_HALF_HEIGHT = 10;
  private static final int FEWEST = 2;

  private final Context context;
  private final List<TableRow> rows;

  /** Themes with several topics, and these by their place in the rows. */
  private final Map<String, List<Integer>> themes = new LinkedHashMap<>();

  private final Bubbles.Layout layout;

  private MapSection(Context context, List<TableRow> rows) {
    this.context = context;
    this.rows = rows;
    for (int i = 0; i < rows.size(); i++) {
      themes.computeIfAbsent(rows.get(i).text("theme"), theme -> new ArrayList<>()).add(i);
    }
    themes.values().removeIf(topics -> topics.size() < FEWEST);
    this.layout =
        Bubbles.place(
            rows.stream()
                .map(row -> new double[] {row.number("map_x"), row.number("map_y")})
                .toList(),
            rows.stream().mapToDouble(row -> row.number("contacts")).toArray(),
            themes.entrySet().stream().map(MapSection::name).toList());
  }

  private static Bubbles.Name name(Map.Entry<String, List<Integer>> theme) {
    double half = BubbleLabel.width(theme.getKey()) * NAME_SIZE / 2 + 3;
    return new Bubbles.Name(half, NAME_HALF_HEIGHT, theme.getValue());
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
        sizes(),
        TONES.stream().map(tone -> new TopicMap.Tone(tone, context.name("tone", tone))).toList(),
        table());
  }

  private TopicMap.Bubble bubble(int i) {
    TableRow row = rows.get(i);
    double[] place = layout.bubbles().get(i);
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

  private List<TopicMap.Theme> themes() {
    List<String> names = List.copyOf(themes.keySet());
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new TopicMap.Theme(
                    names.get(i),
                    decimal(layout.names().get(i)[0]),
                    decimal(layout.names().get(i)[1] + NAME_SIZE * 0.35)))
        .toList();
  }

  /** Two round numbers of contacts as bubbles on the map's own scale. */
  private List<TopicMap.Size> sizes() {
    double[] largest = layout.bubbles().get(0);
    double contactsPerArea = rows.get(0).number("contacts") / (largest[2] * largest[2]);
    double more = round(contactsPerArea * SAMPLE * SAMPLE);
    double fewer = round(more / 4);
    return Stream.of(fewer, more)
        .filter(contacts -> contacts >= 1)
        .distinct()
        .map(
            contacts ->
                new TopicMap.Size(
                    decimal(Math.sqrt(contacts / contactsPerArea)),
                    context.say("contacts.n", context.numbers().count(contacts))))
        .toList();
  }

  /** 1, 2 or 5 with zeros, at most the value. */
  private static double round(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double first = value / power;
    return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
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
