package io.koe.report.sections;

import io.koe.report.data.TableRow;
import io.koe.report.page.Block;
import io.koe.report.page.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics about fraud, takeover, prohibited items and legal matters, told by their words. */
final class SafetyTopicsSection {
  private static final List<String> AREAS = List.of("fraud", "takeover", "prohibited", "legal");
  private static final Properties WORDS = words();

  private SafetyTopicsSection() {}

  static Section read(Context context) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.lead(context.say("safety.lead")));
    for (String area : AREAS) {
      Set<String> topics = topics(context, area);
      blocks.add(table(context, area, topics));
      List<TableRow> rises =
          context.rows("episodes").stream()
              .filter(row -> topics.contains(row.text("candidate")))
              .toList();
      if (!rises.isEmpty()) {
        Voices voices = Voices.read(context);
        blocks.add(
            new Block.Cards(
                context.say("safety.rises", context.name("area", area)),
                rises.stream().map(row -> TopicsSection.episode(context, row, voices)).toList()));
      }
    }
    return new Section("safety", context.say("safety.link"), context.say("safety.title"), blocks);
  }

  /** Ids of the topics that have a word of the area among their ten terms. */
  private static Set<String> topics(Context context, String area) {
    Set<String> words =
        Arrays.stream(WORDS.getProperty(area).split("\\s+")).collect(Collectors.toSet());
    return context.rows("valid_topics").stream()
        .filter(
            row ->
                Arrays.stream((row.text("terms") + " " + row.text("label")).split("[\\s・]+"))
                    .anyMatch(words::contains))
        .map(row -> row.text("topic_id"))
        .collect(Collectors.toSet());
  }

  private static Block table(Context context, String area, Set<String> topics) {
    String title = context.name("area", area);
    List<TableRow> rows =
        context.rows("drivers").stream()
            .filter(row -> row.text("service").equals("all"))
            .filter(row -> topics.contains(row.text("topic_id")) && !row.isSuppressed())
            .toList();
    return rows.isEmpty()
        ? Block.note(context.say("safety.none", title))
        : DriverRow.table(context, "safety-" + area, title, rows, DriverRow.largestShare(rows));
  }

  private static Properties words() {
    Properties words = new Properties();
    try (InputStream stream =
            SafetyTopicsSection.class.getResourceAsStream("safety_words.properties");
        InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
