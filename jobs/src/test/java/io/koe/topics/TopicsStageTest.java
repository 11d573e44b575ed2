package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import io.koe.text.Segments;
import io.koe.topics.taxonomy.CodingRuleParser;
import io.koe.topics.taxonomy.CuratedTopic;
import io.koe.topics.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsStageTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
  private static final LocalDate LAST = MONDAY.plusDays(7);
  private static final int NIGHTS = 15;
  private static final int A_NIGHT = 62;
  private static final List<String> TABLES =
      List.of(
          "topic_models",
          "topic_assignments",
          "inquiry_topics",
          "topics",
          "topic_themes",
          "topic_terms",
          "topic_quotes",
          "topic_contexts",
          "topic_lineage",
          "topic_set_aside");

  /** What the form puts before the words of every second customer. */
  private static final String FIELD = "ご用件:";

  /** A theme of its own, coded by words. */
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of(
              new CuratedTopic(
                  "no_login",
                  "ログインできない",
                  "ログイン",
                  List.of(),
                  CodingRuleParser.parse("ログイン and not 返金"),
                  List.of(),
                  false)),
          Set.of(),
          "");

  @TempDir private Path folder;
  private int runs;

  /** A row as it landed; its theme is a function of its number. */
  private record Landed(String id, LocalDate created, LocalDate arrival, List<String> terms) {}

  @Test
  void aBackfillEqualsItsNightsRunInTurn() {
    List<Landed> landed = landed();
    Path atOnce = run(landed, 1, NIGHTS, Optional.empty());
    Optional<Path> parent = Optional.empty();
    for (int[] nights : new int[][] {{1, 4}, {5, 7}, {8, 15}}) {
      parent = Optional.of(run(landed, nights[0], nights[1], parent));
    }
    RunTables bulk = tables(atOnce, Optional.empty());
    for (String table : TABLES) {
      List<String> expected = rows(tables(folder.resolve("a" + table), Optional.of(atOnce)), table);
      assertTrue(!expected.isEmpty(), table);
      assertEquals(expected, rows(tables(folder.resolve("b" + table), parent), table), table);
    }
    assertTrue(bulk.catalog().tables().size() > TABLES.size());
    assertTheFieldOfTheFormIsSetAside(tables(folder.resolve("d"), Optional.of(atOnce)));
  }

  private static void assertTheFieldOfTheFormIsSetAside(RunTables tables) {
    List<Row> templates =
        tables
            .read("topic_set_aside")
            .where("reason = 'template'")
            .select("text")
            .distinct()
            .collectAsList();
    assertEquals(List.of(RowFactory.create(FIELD)), templates);
    assertEquals(0, tables.read("topic_terms").where("term = '用件'").count());
    assertEquals(0, tables.read("topic_quotes").where("quote like '%用件%'").count());
  }

  @Test
  void aTaxonomyThatComesLaterReachesAllDays() {
    List<Landed> landed = landed().stream().filter(l -> !l.arrival().isAfter(LAST)).toList();
    Path before = run(landed, 1, 7, Optional.empty(), Taxonomy.NONE);
    Path since = run(landed, 8, 8, Optional.of(before), LocalDate.EPOCH, TAXONOMY);
    Set<String> coded =
        landed.stream()
            .filter(l -> l.terms().contains("ログイン") && !l.terms().contains("返金"))
            .map(Landed::id)
            .collect(Collectors.toSet());
    List<Row> found =
        tables(folder.resolve("c"), Optional.of(since))
            .read("inquiry_topics")
            .where("topic_id = 'no_login' and is_primary")
            .select("inquiry_id")
            .collectAsList();
    assertEquals(coded, found.stream().map(r -> r.getString(0)).collect(Collectors.toSet()));
  }

  private Path run(List<Landed> landed, int first, int last, Optional<Path> parent) {
    return run(landed, first, last, parent, TAXONOMY);
  }

  private Path run(
      List<Landed> landed, int first, int last, Optional<Path> parent, Taxonomy taxonomy) {
    LocalDate from = MONDAY.plusDays(first - 1);
    return run(landed, first, last, parent, parent.isPresent() ? from : LocalDate.EPOCH, taxonomy);
  }

  private Path run(
      List<Landed> landed,
      int first,
      int last,
      Optional<Path> parent,
      LocalDate changedFrom,
      Taxonomy taxonomy) {
    Path staging = folder.resolve("run" + runs++);
    RunTables tables = tables(staging, parent);
    LocalDate from = MONDAY.plusDays(first - 1);
    LocalDate to = MONDAY.plusDays(last - 1);
    List<Landed> arrived =
        landed.stream()
            .filter(l -> !l.arrival().isBefore(from) && !l.arrival().isAfter(to))
            .toList();
    tables.write(
        "landed_inquiries",
        frame(tables, "landed_inquiries", arrived.stream().map(TopicsStageTest::inquiry).toList()));
    tables.write(
        "inquiry_tokens",
        frame(tables, "inquiry_tokens", arrived.stream().map(TopicsStageTest::tokens).toList()));
    new TopicsStage(new TopicOptions(taxonomy, Optional.empty(), Optional.empty()))
        .run(
            tables,
            new Night(
                "r",
                from,
                to,
                changedFrom,
                Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS)));
    return staging;
  }

  private static RunTables tables(Path staging, Optional<Path> parent) {
    return new RunTables(TestSpark.session(), TableCatalog.load(), staging, parent);
  }

  private static Dataset<Row> frame(RunTables tables, String table, List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, tables.declaredSchema(table).asNullable());
  }

  /** A night's inquiries, a late one and a newer version of an old one among them. */
  private static List<Landed> landed() {
    Random random = new Random(11);
    List<Landed> landed = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      LocalDate day = MONDAY.plusDays(night);
      for (int i = 0; i < A_NIGHT; i++) {
        String id = String.format("q%02d%03d", night, i);
        List<String> theme = Themes.WORDS.get(random.nextInt(Themes.WORDS.size()));
        LocalDate created = i < 3 ? day.minusDays(6) : day;
        landed.add(new Landed(id, created, day, Themes.document(id, theme, random).terms()));
      }
    }
    landed.add(
        new Landed(
            "q02010", MONDAY.plusDays(2), MONDAY.plusDays(9), List.of("返金", "返品", "偽物", "鑑定")));
    return landed;
  }

  private static Row inquiry(Landed row) {
    return RowFactory.create(
        row.id(),
        "u" + Math.floorMod(row.id().hashCode(), 40),
        "mercari",
        "form",
        Timestamp.from(row.created().atTime(12, 0).atZone(Night.JAPAN).toInstant()),
        (isForm(row) ? FIELD : "") + String.join("と", row.terms()) + "について。",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Date.valueOf(row.arrival()));
  }

  private static boolean isForm(Landed row) {
    return row.id().hashCode() % 2 == 0;
  }

  private static Row tokens(Landed row) {
    List<String> terms = new ArrayList<>(isForm(row) ? List.of("用件") : List.of());
    terms.addAll(row.terms());
    long field = Segments.of(FIELD).get(0).fingerprint();
    return RowFactory.create(
        row.id(),
        Date.valueOf(row.created()),
        terms.toArray(new String[0]),
        isForm(row) ? new Integer[] {1, terms.size()} : new Integer[] {terms.size()},
        isForm(row) ? new Long[] {field, 0L} : new Long[] {0L},
        Date.valueOf(row.arrival()));
  }

  private static List<String> rows(RunTables tables, String table) {
    return tables.read(table).collectAsList().stream().map(TopicsStageTest::text).sorted().toList();
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      text.append(value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value).append('|');
    }
    return text.toString();
  }
}
