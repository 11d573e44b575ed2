package io.koe.pipeline;

import io.koe.duckdb.TableOrder;
import io.koe.error.KoeException;
import io.koe.lineage.Lineage;
import io.koe.lineage.OpenLineageRun;
import io.koe.lineage.SparkLineage;
import io.koe.night.RunTables;
import io.koe.store.Commit;
import io.koe.store.JsonFile;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a run's events of OpenLineage, a file each, into the folder the request names, if any. */
final class LineageEvents {
  private final Optional<Path> folder;
  private final OpenLineageRun run;
  private List<String> inputs = List.of();
  private Optional<Lineage> lineage = Optional.empty();

  LineageEvents(RunRequest request, Warehouse warehouse, String runId, NightRange range) {
    this.folder = request.openLineage();
    this.run =
        new OpenLineageRun(
            request.drop(),
            warehouse.root(),
            runId,
            range.first(),
            range.last(),
            request.version(),
            org.apache.spark.package$.MODULE$.SPARK_VERSION());
  }

  void start() {
    write("start", run.start(Instant.now()));
  }

  /** Keeps what the last event needs and only Spark tells, in a session with views of its own. */
  void read(RunTables tables) {
    if (folder.isEmpty()) {
      return;
    }
    inputs =
        tables
            .read("input_tables")
            .where("is_present")
            .select("table_name")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    lineage =
        Optional.of(
            SparkLineage.of(
                tables.spark().newSession(),
                tables.catalog(),
                TableOrder.of(tables.catalog(), List.of())));
  }

  void complete(Commit commit) {
    lineage.ifPresent(
        known -> write("complete", run.complete(Instant.now(), commit, inputs, known)));
  }

  /** Of an unknown failure only its kind: its message may quote a row. */
  void fail(Exception failure) {
    String message =
        failure instanceof KoeException known
            ? known.getMessage()
            : failure.getClass().getSimpleName();
    try {
      write("fail", run.fail(Instant.now(), message));
    } catch (KoeException e) {
      failure.addSuppressed(e);
    }
  }

  private void write(String event, Map<String, Object> content) {
    folder.ifPresent(
        path -> JsonFile.write(path.resolve(run.runId() + "." + event + ".json"), content));
  }
}
