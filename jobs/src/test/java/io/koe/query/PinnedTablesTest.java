package io.koe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.RunTables;
import io.koe.sql.TableCatalog;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedTablesTest {
  private static final String DAY = "shared/daily/d=";
  private static final String BOTH = "select contacts.night, topics.night from contacts, topics";
  @TempDir Path root;

  @Test
  void publishedTablesCanBeQueriedByName() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestNights.publish(warehouse, 1);
    try (PinnedTables tables = PinnedTables.open(warehouse.snapshot(commit))) {
      assertEquals(Set.of("contacts", "topics"), tables.tables());
      QueryResult answer = tables.query(BOTH);
      assertEquals(List.of(List.of(1, 1)), answer.rows());
      assertEquals(new Column("night", true), answer.columns().get(0));
      assertEquals(
          1, tables.query("select night from contacts where night = ?; -- one", 1).single());
    }
  }

  @Test
  void anOpenSnapshotStaysTheSameNightWhileLaterOnesArePublished() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    TestNights.publish(warehouse, 1);
    try (PinnedTables tables = PinnedTables.open(root.resolve("current"))) {
      TestNights.publish(warehouse, 2);
      assertEquals(List.of(List.of(1, 1)), tables.query(BOTH).rows());
    }
    try (PinnedTables tables = PinnedTables.open(root.resolve("current"))) {
      assertEquals(List.of(List.of(2, 2)), tables.query(BOTH).rows());
    }
  }

  @Test
  void joinsNeverMixNightsWhilePublishing() throws Exception {
    join(20);
  }

  @Test
  @Tag("endurance")
  void tenThousandJoinsMixNoNights() throws Exception {
    join(5_000);
  }

  /** Each time a join through Koe and one through the warehouse's own views. */
  private void join(int times) throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    TestNights.publish(warehouse, 0);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> publisher =
        CompletableFuture.supplyAsync(() -> publishUntil(warehouse, done));
    for (int read = 0; read < times; read++) {
      try (PinnedTables tables = PinnedTables.open(root.resolve("current"))) {
        List<Object> nights = tables.query(BOTH).rows().get(0);
        assertEquals(nights.get(0), nights.get(1));
      }
      List<Object> scripted = duckDbRows(BOTH).get(0);
      assertEquals(scripted.get(0), scripted.get(1));
    }
    done.set(true);
    assertTrue(publisher.get() > 1);
  }

  private static int publishUntil(Warehouse warehouse, AtomicBoolean done) {
    int night = 1;
    try {
      for (; !done.get(); night++) {
        TestNights.publish(warehouse, night);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
    return night;
  }

  /** What DuckDB answers through the warehouse's own views. */
  private List<List<Object>> duckDbRows(String query) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(root.resolve("views/duckdb.sql")));
      List<List<Object>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(query)) {
        while (result.next()) {
          rows.add(Arrays.asList(result.getObject(1), result.getObject(2)));
        }
      }
      return rows;
    }
  }

  @Test
  void timesSparkWroteAreInJapanTime() throws Exception {
    Path folder = root.resolve("snapshot/restricted/inquiries");
    SparkSession spark = TestSpark.session().newSession();
    new RunTables(spark, TableCatalog.load(), root.resolve("staging"), Optional.empty());
    spark
        .sql(
            "select timestamp '2026-04-01 00:30:00+09:00' as created_at,"
                + " date '2026-04-01' as created_date, 3 as n, cast(1.5 as decimal(9, 2)) as d")
        .write()
        .partitionBy("created_date")
        .parquet(folder.toString());
    try (PinnedTables tables = PinnedTables.open(root.resolve("snapshot"))) {
      QueryResult answer =
          tables.query("select *, cast(created_at as date) as day, [created_at] from inquiries");
      LocalDate day = LocalDate.of(2026, 4, 1);
      String row = answer.rows().get(0).toString();
      assertEquals(
          "[2026-04-01T00:30+09:00, 3, 1.50, 2026-04-01, 2026-04-01, [2026-04-01T00:30+09:00]]",
          row);
      assertEquals(day, answer.rows().get(0).get(3));
    }
  }

  @Test
  void sparkReadsTheSameRowsThroughItsViews() throws Exception {
    TestNights.publish(
        Warehouse.open(root),
        1,
        Map.of(
            "shared/daily/d=2026-04-01", "select 1 as n, '売上金' as topic",
            "shared/daily/d=2026-04-02", "select 2 as n, '配送' as topic"));
    assertEquals(
        "[{\"n\":1,\"topic\":\"売上金\",\"d\":\"2026-04-01\"},"
            + " {\"n\":2,\"topic\":\"配送\",\"d\":\"2026-04-02\"}]",
        sparkRows("select n, topic, d from daily order by n"));
  }

  private String sparkRows(String query) throws IOException {
    SparkSession spark = TestSpark.session().newSession();
    Files.readAllLines(root.resolve("views/spark.sql")).stream()
        .filter(line -> !line.startsWith("--"))
        .forEach(line -> spark.sql(line.substring(0, line.length() - 1)));
    return spark.sql(query).toJSON().collectAsList().toString();
  }

  @Test
  void aColumnThatCameLaterIsNullInTheDaysOfOlderSnapshotsForEveryReader() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    Commit older = TestNights.publish(warehouse, 1, Map.of(DAY + "2026-04-01", "select 1 as n"));
    Path day = warehouse.snapshot(older).resolve(DAY + "2026-04-01");
    Commit newer =
        TestNights.publish(
            warehouse,
            2,
            Map.of(
                DAY + "2026-04-01",
                "select * from '" + day + "/*.parquet'",
                DAY + "2026-04-02",
                "select 2 as n, 'x' as added"));
    String query = "select n, added, d from daily order by n";
    try (PinnedTables tables = PinnedTables.open(warehouse.snapshot(newer))) {
      assertEquals(
          List.of(
              Arrays.asList(1, null, LocalDate.of(2026, 4, 1)),
              Arrays.asList(2, "x", LocalDate.of(2026, 4, 2))),
          tables.query(query).rows());
    }
    assertEquals(
        "[{\"n\":1,\"d\":\"2026-04-01\"}, {\"n\":2,\"added\":\"x\",\"d\":\"2026-04-02\"}]",
        sparkRows(query));
    assertEquals(
        List.of(Arrays.asList(1, null), Arrays.asList(2, "x")),
        duckDbRows("select n, added from daily order by n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to '%s/shared/contacts/stray.parquet'",
        "select 1; copy (select 1) to '%s/shared/contacts/stray.parquet'",
        "select * from read_text('/etc/hostname')",
        "select * from glob('%s/../../_koe/*')",
        "attach '%s/x.db'",
        "install httpfs",
        "set enable_external_access = true",
        "create table copied as select * from contacts",
        "selct 1",
        "select nothing from contacts",
        "select cast('x' as int)",
        "  -- nothing"
      })
  void whatIsNotAQueryOfThePublishedTablesIsRefusedInThreeLines(String sql) throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestNights.publish(warehouse, 1);
    Path snapshot = warehouse.snapshot(commit);
    try (PinnedTables tables = PinnedTables.open(snapshot)) {
      KoeException refused =
          assertThrows(
              KoeException.class, () -> tables.query(sql.replace("%s", snapshot.toString())));
      assertEquals(ExitCode.USAGE, refused.exitCode());
      assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
      assertFalse(refused.where().contains("\n"), refused.where());
      assertEquals(List.of(List.of(1, 1)), tables.query(BOTH).rows());
    }
    assertFalse(Files.exists(snapshot.resolve("shared/contacts/stray.parquet")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"describe contacts", "summarize contacts", "show tables", "from contacts"})
  void tablesCanBeDescribed(String sql) throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    TestNights.publish(warehouse, 1);
    try (PinnedTables tables = PinnedTables.open(root.resolve("current"))) {
      assertFalse(tables.query(sql).rows().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select night from query_table('con' || 'tacts')",
        "select night from \"CONTACTS\"",
        "select count(*) from duckdb_views() where view_name in ('topics', 'con' || 'tacts')",
        "select count(*) from (show tables)"
      })
  void aTableIsThereHoweverAQueryFindsIt(String sql) throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    Commit commit = TestNights.publish(warehouse, 2);
    try (PinnedTables tables = PinnedTables.open(warehouse.snapshot(commit))) {
      assertEquals(2, ((Number) tables.query(sql).single()).intValue());
    }
  }

  @Test
  void onlyTablesThatAQueryNamesAreOpened() throws Exception {
    Warehouse warehouse = Warehouse.open(root);
    Path snapshot = warehouse.snapshot(TestNights.publish(warehouse, 1));
    Path broken = Files.createDirectories(snapshot.resolve("shared/broken"));
    Files.writeString(broken.resolve("part-0.parquet"), "no Parquet");
    try (PinnedTables tables = PinnedTables.open(snapshot)) {
      assertEquals(List.of(List.of(1, 1)), tables.query(BOTH).rows());
      KoeException refused =
          assertThrows(KoeException.class, () -> tables.query("select * from broken"));
      assertEquals(ExitCode.DISK, refused.exitCode());
    }
  }

  @Test
  void aMissingSnapshotIsMissingInput() {
    KoeException missing =
        assertThrows(KoeException.class, () -> PinnedTables.open(root.resolve("current")));
    assertEquals(ExitCode.INPUT_MISSING, missing.exitCode());
  }
}
