package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.store.Commit.CommittedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts beside the views declare every table whose columns the run named. */
class ExternalTablesTest {
  private static final Map<String, List<CommittedColumn>> COLUMNS =
      Map.of(
          "topics",
          List.of(
              new CommittedColumn("topic_id", "string", "the topic's id | ID", false),
              new CommittedColumn("inquiries", "bigint", "", false)),
          "daily",
          List.of(
              new CommittedColumn("terms", "array<string>", "", false),
              new CommittedColumn("share", "double", "", false),
              new CommittedColumn("created_at", "timestamp", "", false),
              new CommittedColumn("metric_date", "date", "day", true)));

  @TempDir Path root;

  @Test
  void trinoReadsEachTableOfOneSnapshotInPlaceWithItsFoldersAsColumns() throws IOException {
    Commit commit = publish();
    String daily = root.toRealPath() + "/snapshots/" + commit.snapshot() + "/shared/daily";
    assertEquals(
        """
        drop table if exists hive.koe."daily";
        create table hive.koe."daily" (
          "terms" array(varchar),
          "share" double,
          "created_at" timestamp(3),
          "metric_date" date comment 'day'
        ) comment 'one row per day' with (
          format = 'PARQUET', external_location = 'file://%s', partitioned_by = array['metric_date']
        );
        call hive.system.sync_partition_metadata('koe', 'daily', 'FULL');
        """
            .formatted(daily),
        part(
            "trino.sql",
            "drop table if exists hive.koe.\"daily\"",
            "drop table if exists hive.koe.\"topics\""));
    String script = Files.readString(root.resolve("views/trino.sql"));
    assertTrue(script.contains("\"topic_id\" varchar comment 'the topic''s id | ID'"), script);
  }

  @Test
  void bigQueryReadsEachTableFromABucketTheReaderNames() throws IOException {
    Commit commit = publish();
    String place = "gs://YOUR-BUCKET/koe/" + commit.snapshot() + "/shared/daily";
    assertEquals(
        """
        create or replace external table koe.daily (
          terms array<string>,
          share float64,
          created_at timestamp
        )
        with partition columns (metric_date date)
        options (
          format = 'PARQUET', enable_list_inference = true, uris = ['%s/*.parquet'],
          hive_partition_uri_prefix = '%s',
          description = 'one row per day'
        );
        """
            .formatted(place, place),
        part(
            "bigquery.sql",
            "create or replace external table koe.daily",
            "create or replace external table koe.topics"));
    String script = Files.readString(root.resolve("views/bigquery.sql"));
    assertTrue(script.contains("options (description = 'the topic\\'s id | ID')"), script);
    assertTrue(script.contains("inquiries int64"), script);
  }

  @Test
  void aTableWhoseColumnsNobodyNamedIsLeftOut() throws IOException {
    publish();
    for (String script : List.of("trino.sql", "bigquery.sql")) {
      assertEquals(
          2,
          Files.readAllLines(root.resolve("views").resolve(script)).stream()
              .filter(l -> l.startsWith("create") && l.contains(" table "))
              .count(),
          script);
    }
  }

  @Test
  void aRolledBackNightIsDeclaredAgain() throws IOException {
    publish();
    Commit again = Warehouse.open(root).rollBackTo(1, "again");
    String script = Files.readString(root.resolve("views/trino.sql"));
    assertTrue(script.contains(again.snapshot() + "/shared/daily"), script);
  }

  private Commit publish() {
    Warehouse warehouse = Warehouse.open(root);
    Publication plain = TestWarehouse.publication(warehouse, 0);
    return TestWarehouse.stageNight(warehouse, 0)
        .publish(
            new Publication(
                plain.runKey(),
                plain.runDate(),
                plain.firstDate(),
                plain.builtFrom(),
                plain.comments(),
                plain.rows(),
                COLUMNS,
                Map.of()));
  }

  private String part(String script, String from, String to) throws IOException {
    String text = Files.readString(root.resolve("views").resolve(script));
    return text.substring(text.indexOf(from), text.indexOf(to));
  }
}
