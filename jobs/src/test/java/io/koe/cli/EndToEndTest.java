package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.PublishedRows;
import io.koe.TestKey;
import io.koe.TestSpark;
import io.koe.query.PinnedTables;
import io.koe.sample.SampleDrop;
import io.koe.search.IndexCheck;
import io.koe.sql.Analysis;
import io.koe.sql.BothEngines;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole path through the command line, on a small invented drop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
  private static final LocalDate LAST = FIRST.plusDays(15);

  /** Analyses that two weeks have no answer to: they need final weeks, or what is rare. */
  private static final Set<String> TOO_SHORT =
      Set.of(
          "changes_since_release",
          "experiments",
          "first_contact_variants",
          "missing_articles",
          "new_problems",
          "office_comparison",
          "reopening_topics",
          "resolution_trend",
          "restatements_of_a_quarter",
          "topics_pulling_resolution_down",
          "why_contacts_changed",
          "why_resolution_changed");

  @TempDir private static Path folder;
  private Path drop;
  private Path key;
  private Path warehouse;

  @BeforeAll
  void aBackfillIsPublished() throws IOException {
    TestSpark.session();
    drop = folder.resolve("drop");
    new SampleDrop(drop, FIRST, LAST, 60, 7).write(day -> {});
    key = TestKey.in(folder);
    warehouse = folder.resolve("warehouse");
    // The sample has a few rows that must be rejected.
    Console.Result run =
        run(
            warehouse,
            "--from",
            FIRST.toString(),
            "--date",
            LAST.toString(),
            "--openlineage",
            folder.resolve("lineage").toString());
    assertEquals(73, run.exit(), run.err());
  }

  /**
   * The reports of the first of these nights can't be written: their tables are there all the same.
   */
  @Test
  void aBackfillEqualsItsNightsRunOneByOneAndANightComputedAgain() throws IOException {
    Path nightly = Files.createDirectories(folder.resolve("nightly"));
    Path inTheWay = Files.createFile(nightly.resolve("reports"));
    Console.Result unreported =
        run(nightly, "--from", FIRST.toString(), "--date", LAST.minusDays(2).toString());
    Files.delete(inTheWay);
    itIsPublishedAndItsReportCanBeWrittenAgain(nightly, unreported);
    run(nightly, "--date", LAST.minusDays(1).toString());
    run(nightly, "--date", LAST.toString());
    assertSameTables(PublishedRows.texts(warehouse), PublishedRows.texts(nightly));
    assertEquals(search(warehouse), search(nightly));
    Console.Result again = run(nightly, "--force", "--date", LAST.toString());
    assertTrue(again.out().contains("Published"), again.err());
    assertSameTables(PublishedRows.texts(warehouse), PublishedRows.texts(nightly));
  }

  private static void itIsPublishedAndItsReportCanBeWrittenAgain(Path target, Console.Result run)
      throws IOException {
    assertEquals(76, run.exit(), run.err());
    assertTrue(run.out().contains("Published " + FIRST), run.out());
    assertFalse(run.err().contains("nothing was published"), run.err());
    List<String> lines = run.err().lines().filter(l -> !l.startsWith("koe: ")).toList();
    assertTrue(lines.get(0).startsWith("error: the night is published, but its report"), run.err());
    JsonNode manifest = manifest(target);
    assertEquals(76, manifest.get("exit").asInt());
    assertEquals(1, manifest.get("commit").asInt());
    List<String> stages = new ArrayList<>();
    manifest.get("stage_seconds").fieldNames().forEachRemaining(stages::add);
    assertEquals(
        List.of(
            "ingest",
            "tokenize",
            "topics",
            "metrics",
            "drivers",
            "watch",
            "search",
            "check",
            "publish",
            "report"),
        stages);

    String command = lines.get(2).substring(lines.get(2).indexOf("koe report") + "koe ".length());
    Console.Result report = Console.run(command.split(" "));
    assertEquals(0, report.exit(), report.err());
    assertTrue(Files.exists(target.resolve("reports/2026-W37/pm.ja.html")), report.out());

    Console.Result future =
        Console.run("report", "--warehouse", target.toString(), "--week", "2026-W40");
    assertEquals(2, future.exit(), future.err());
    assertTrue(future.err().contains("choose a week up to 2026-W38"), future.err());
  }

  private static JsonNode manifest(Path target) throws IOException {
    try (Stream<Path> runs = Files.list(target.resolve("_koe").resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow();
      return new ObjectMapper().readTree(run.resolve("run.json").toFile());
    }
  }

  @Test
  void aPublishedNightIsLeftAsItIs() {
    Console.Result again = run(warehouse, "--date", LAST.toString());
    assertEquals(0, again.exit(), again.err());
    assertTrue(again.out().contains("Already published"), again.out());
  }

  @Test
  void aRunTellsItsLineageInTwoEvents() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String event : List.of("start", "complete")) {
      Path file = folder.resolve("lineage").resolve(LAST + "-000001." + event + ".json");
      events.add(new ObjectMapper().readTree(file.toFile()));
    }
    assertEquals(events.get(0).get("run").get("runId"), events.get(1).get("run").get("runId"));
    JsonNode complete = events.get(1);
    assertTrue(
        complete.get("inputs").findValuesAsText("name").contains(drop.resolve("inquiries") + ""));
    String metrics = warehouse.toRealPath().resolve("current/shared/metrics_weekly").toString();
    JsonNode output = null;
    for (JsonNode each : complete.get("outputs")) {
      output = each.get("name").asText().equals(metrics) ? each : output;
    }
    JsonNode value =
        output.get("facets").get("columnLineage").get("fields").get("value").get("inputFields");
    assertTrue(value.size() > 0, value.toString());
    try (Stream<Path> files = Files.list(folder.resolve("lineage"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void everyInquiryHasOnePrimaryTopic() {
    assertEquals(
        value("select count(*) from inquiries"),
        value("select count(*) from inquiry_topics where is_primary"));
  }

  @Test
  void theChecksPassOnWhatIsPublished() {
    Console.Result checks = koe("check", "--warehouse", warehouse.toString());
    assertEquals(0, checks.exit(), checks.out());
    assertTrue(checks.out().contains("checks on the night of " + LAST), checks.out());
    assertTrue(checks.out().contains(" 0 failed"), checks.out());
  }

  @Test
  void aSecondEngineComputesTheSameTables() {
    itComputesTheSameTables("duckdb", "computed by DuckDB: ");
  }

  /** What DuckDB has published, a cluster publishes, too; no other test of a night asks Spark. */
  @Test
  void sparkComputesTheSameTables() {
    itComputesTheSameTables("spark", "computed by Spark: ");
  }

  private void itComputesTheSameTables(String engine, String line) {
    Console.Result check = checkBy(engine, warehouse);
    assertEquals(0, check.exit(), check.out() + check.err());
    assertTrue(check.out().contains(line), check.out());
    assertTrue(check.out().contains(" equal, 0 not"), check.out());
    assertTrue(check.out().contains(" 0 failed"), check.out());
  }

  @Test
  void aSecondEngineFindsOneChangedValue() throws IOException, SQLException {
    Path copy = folder.resolve("changed");
    copy(warehouse, copy);
    change(copy.resolve("current").resolve("shared").resolve("contact_drivers_weekly"));
    Console.Result check = checkBy("duckdb", copy);
    assertEquals(65, check.exit(), check.out() + check.err());
    List<String> failures = check.out().lines().filter(l -> l.startsWith("FAIL")).toList();
    assertEquals(1, failures.size(), check.out());
    assertTrue(
        failures.get(0).contains("contact_drivers_weekly       users (1 of "), failures.get(0));
    assertTrue(check.out().contains(" equal, 1 not"), check.out());
  }

  private static Console.Result checkBy(String engine, Path warehouse) {
    return koe("check", "--engine", engine, "--warehouse", warehouse.toString());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** One more user in one row of a table without partitions. */
  private static void change(Path table) throws IOException, SQLException {
    Path changed = folder.resolve("changed.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select * replace (users + case when row_number() over () = 1 then 1 else 0 end"
              + " as users) from read_parquet('%s/*.parquet')) to '%s'".formatted(table, changed));
    }
    try (Stream<Path> files = Files.list(table)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    Files.move(changed, table.resolve("changed.parquet"));
  }

  @Test
  void anErasedPersonIsGoneFromEveryTableAndSnapshot() throws IOException {
    Path erased = folder.resolve("erased");
    copy(warehouse, erased);
    String user = value("select user_id from inquiries order by created_at, inquiry_id limit 1");
    String others =
        "select concat(count(*), ' ', sum(hash(inquiry_id, body))) from inquiries where user_id <> '%s'";
    String before = value(warehouse, others.formatted(user));
    Path ids = folder.resolve("ids");
    Files.writeString(ids, rawIdOf(user) + "\n");
    Console.Result erase =
        koe(
            "erase",
            "--warehouse",
            erased.toString(),
            "--ids-file",
            ids.toString(),
            "--pseudonym-key-file",
            key.toString());
    assertEquals(0, erase.exit(), erase.err());
    assertEquals(before, value(erased, others.formatted(user)));
    PublishedRows.texts(erased)
        .forEach((table, rows) -> assertFalse(rows.contains(user), table + " names the person"));
    assertEquals("1", value(erased, "select people from erasures"));
    assertEquals(List.of(), IndexCheck.of(erased.resolve("current").toRealPath()).unlike());
    try (Stream<Path> snapshots = Files.list(erased.resolve("snapshots"))) {
      assertEquals(1, snapshots.count());
    }
    Console.Result check = checkBy("duckdb", erased);
    assertEquals(0, check.exit(), check.out() + check.err());
  }

  /** The id behind a pseudonym, found by trying those of the drop. */
  private String rawIdOf(String pseudonym) throws IOException {
    Pseudonymizer pseudonymizer = PseudonymKey.load(key).pseudonymizer();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet ids =
            statement.executeQuery(
                "select distinct user_id::varchar from read_json('%s/inquiries/*/*',"
                        .formatted(drop)
                    + " ignore_errors = true) where user_id is not null")) {
      while (ids.next()) {
        if (pseudonymizer.user(ids.getString(1)).equals(pseudonym)) {
          return ids.getString(1);
        }
      }
      throw new IllegalStateException("no such person in the drop");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Test
  void everyAnalysisAnswersTheSameInSparkAndInDuckDb() throws IOException {
    List<String> empty = new ArrayList<>();
    try (BothEngines engines =
        new BothEngines(warehouse.resolve("current").toRealPath(), folder.resolve("unused"))) {
      for (Analysis analysis : Analysis.all()) {
        List<String> answer = engines.duckDb(analysis.query());
        assertEquals(answer, engines.spark(analysis.query()), analysis.name());
        if (answer.size() == 1) {
          empty.add(analysis.name());
        }
      }
    }
    empty.removeAll(TOO_SHORT);
    assertEquals(List.of(), empty, "analyses without an answer");
  }

  @Test
  void aQueryInJsonPrintsOneArrayAndNothingElse() throws IOException {
    Console.Result answer =
        koe(
            "query",
            "--warehouse",
            warehouse.toString(),
            "select service, count(*) as inquiries from inquiries group by service order by service",
            "--format",
            "json");
    JsonNode rows = new ObjectMapper().readTree(answer.out());
    assertEquals(3, rows.size());
    assertEquals("mercari", rows.get(0).get("service").asText());
    assertTrue(rows.get(0).get("inquiries").asLong() > 0);
  }

  @Test
  void theReportOfAWeekIsOnePage() throws IOException {
    Path out = folder.resolve("reports");
    Console.Result report =
        koe(
            "report",
            "--warehouse",
            warehouse.toString(),
            "--week",
            "2026-W38",
            "--out",
            out.toString());
    assertEquals(0, report.exit(), report.err());
    assertTrue(Files.readString(out.resolve("2026-W38/pm.ja.html")).contains("2026-W38"));
    assertTrue(Files.exists(warehouse.resolve("reports").resolve("2026-W38/pm.ja.html")));
  }

  @Test
  void stagesRunAgainInTheirOrderWithoutPublishing() {
    Path out = folder.resolve("stage");
    Console.Result stage =
        koe(
            "stage",
            "watch",
            "tokenize",
            "--warehouse",
            warehouse.toString(),
            "--out",
            out.toString());
    assertEquals(0, stage.exit(), stage.err());
    assertTrue(stage.out().contains("watch_items"), stage.out());
    assertTrue(stage.out().contains("inquiry_tokens"), stage.out());
    assertTrue(stage.err().indexOf("tokenize") < stage.err().indexOf("watch"), stage.err());
  }

  @Test
  void nothingOfARunIsLeftBehindButWhatIsPublished() throws IOException {
    try (Stream<Path> staging = Files.list(warehouse.resolve("_koe").resolve("staging"))) {
      assertEquals(List.of(), staging.toList());
    }
    for (String script : List.of("duckdb", "spark", "trino", "bigquery")) {
      assertTrue(
          Files.readString(warehouse.resolve("views").resolve(script + ".sql"))
              .contains("topic_quotes"),
          script);
    }
  }

  private Console.Result run(Path target, String... options) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                drop.toString(),
                "--warehouse",
                target.toString(),
                "--pseudonym-key-file",
                key.toString(),
                // Of so few inquiries the usual ten would leave some questions without an answer.
                "--minimum-users",
                "5"));
    line.addAll(Arrays.asList(options));
    return koe(line.toArray(String[]::new));
  }

  private static Console.Result koe(String... line) {
    return Console.run(line);
  }

  private static String search(Path target) {
    Console.Result found =
        koe("search", "--warehouse", target.toString(), "--format", "json", "--since", "9d", "商品");
    assertEquals(0, found.exit(), found.err());
    assertTrue(found.out().contains("inquiry_id"), found.out());
    return found.out();
  }

  private String value(String sql) {
    return value(warehouse, sql);
  }

  private static String value(Path warehouse, String sql) {
    try (PinnedTables tables = PinnedTables.open(warehouse.resolve("current"))) {
      return String.valueOf(tables.query(sql).rows().get(0).get(0));
    }
  }

  private static void assertSameTables(Map<String, String> expected, Map<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    assertEquals(
        List.of(),
        expected.keySet().stream().filter(t -> !expected.get(t).equals(actual.get(t))).toList(),
        "tables that differ");
  }
}
