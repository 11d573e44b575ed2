package io.koe.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What helps readers find the newest snapshot; HDFS has no link {@code current}, and DuckDB cannot
 * read it. All of it follows from the newest commit, so it can be made again at any time, and doing
 * so twice changes nothing.
 */
final class Pointers {
  private final Path root;

  Pointers(Path root) {
    this.root = root;
  }

  /**
   * Points everything to the newest commit, and looks again: a run without the lock that was slower
   * may have pointed back to an older one meanwhile, or may have published a newer one.
   */
  void moveToNewest(CommitLog log) throws IOException {
    long reached = 0;
    Optional<Commit> newest = log.newest();
    while (newest.isPresent() && newest.get().number() > reached) {
      moveTo(newest.get());
      reached = newest.get().number();
      newest = log.newest();
    }
  }

  /** Points everything to the commit, each pointer in one step. */
  private void moveTo(Commit commit) throws IOException {
    Path relative = Path.of("snapshots", commit.snapshot());
    Path snapshot = root.resolve(relative);
    if (Storage.isLocal(root)) {
      Disk.point(root.resolve("current"), relative);
    }
    Failpoint.hit("current-moved");
    Disk.replace(root.resolve("current.json"), Json.write(summary(commit, relative)));
    Failpoint.hit("current-json-written");
    Path views = Files.createDirectories(root.resolve("views"));
    if (Storage.isLocal(root)) {
      Disk.replace(views.resolve("duckdb.sql"), Views.duckDb(commit, snapshot));
    }
    Failpoint.hit("duckdb-views-written");
    Disk.replace(views.resolve("spark.sql"), Views.spark(commit, snapshot));
    Failpoint.hit("spark-views-written");
    Disk.replace(views.resolve("trino.sql"), ExternalTables.trino(commit, snapshot));
    Failpoint.hit("trino-tables-written");
    Disk.replace(views.resolve("bigquery.sql"), ExternalTables.bigQuery(commit));
    Failpoint.hit("bigquery-tables-written");
  }

  private static Map<String, Object> summary(Commit commit, Path relative) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("commit", commit.number());
    summary.put("snapshot", relative.toString());
    summary.put("run_id", commit.runId());
    summary.put("run_date", commit.runDate());
    summary.put("created_at", commit.createdAt());
    return summary;
  }
}
