package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.ingest.IngestStage;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Publication;
import io.koe.store.RunFolder;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import io.koe.store.WarehouseLock;
import io.koe.text.PseudonymKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One command's worth of nights: a drop becomes one published snapshot and its reports.
 *
 * <ol>
 *   <li>Take the warehouse's lock; leave when the nights are published already.
 *   <li>Run the stages into a staging folder nobody reads.
 *   <li>Run the data checks on what was staged; a failing one publishes nothing.
 *   <li>Publish all tables in one step.
 *   <li>Write the reports of the weeks in these nights. The night stays published if that fails.
 * </ol>
 */
public final class NightlyRun {
  /** Stages a user sees pass by: those that compute, checks, publish, report. */
  public static final int STEPS = 10;

  /**
   * How a run ended.
   *
   * @param isNew whether nights were computed; else they were published before
   * @param exit how the process ends; the nights are published
   * @param lines what to tell the user
   * @param reportFailure why a report could not be written, and how to write it again
   */
  public record Outcome(
      boolean isNew, ExitCode exit, List<String> lines, Optional<KoeException> reportFailure) {
    /** Throws why a report could not be written, if so; the lines are true all the same. */
    public void requireReports() {
      if (reportFailure.isPresent()) {
        throw reportFailure.get();
      }
    }
  }

  private record Computed(
      InputCounts counts,
      Map<String, List<CommittedColumn>> columns,
      Map<String, String> accepted) {}

  private final RunRequest request;
  private final StageTimes progress;

  public NightlyRun(RunRequest request, Progress progress) {
    this.request = request;
    this.progress = new StageTimes(progress);
  }

  /** Runs to the end; throws KoeException for what the user can fix, with nothing published. */
  @SuppressWarnings("try") // The lock is held, not used.
  public Outcome run() {
    requireDrop();
    PseudonymKey key = PseudonymKey.load(request.keyFile());
    Warehouse warehouse = Warehouse.open(request.warehouse());
    String runId = RunIds.next(warehouse, request.date());
    try (WarehouseLock lock = warehouse.lock(runId)) {
      Optional<NightRange> range = NightRange.of(request, warehouse.commits());
      range.flatMap(NightRange::dataParent).ifPresent(parent -> requireKept(warehouse, parent));
      range.ifPresent(nights -> requireReplayedAgain(warehouse, nights));
      return range.isEmpty()
          ? alreadyPublished(warehouse)
          : compute(warehouse, runId, range.get(), key.keyId());
    }
  }

  /** A night can't be computed over tables that are gone; it would start from nothing. */
  private static void requireKept(Warehouse warehouse, Commit parent) {
    if (!warehouse.isKept(parent)) {
      throw new KoeException(
          ExitCode.USAGE,
          "the tables the night builds on, those of "
              + parent.runDate()
              + ", have been vacuumed or erased",
          warehouse.snapshot(parent).toString(),
          "leave --force away and run the next night, or backfill into a new warehouse");
    }
  }

  private void requireDrop() {
    if (!Files.isDirectory(request.drop())) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "the drop is not a folder",
          request.drop().toString(),
          "give --input the folder that holds inquiries/dt=YYYY-MM-DD/");
    }
    Optional<Path> mended = request.mended().filter(folder -> !Files.isDirectory(folder));
    if (mended.isPresent()) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "the mended files are not in a folder",
          mended.get().toString(),
          "give --mended the folder that holds them, each as <table>/dt=YYYY-MM-DD/<name>");
    }
  }

  /** A night computed again without the files it replayed would lose their rows. */
  private void requireReplayedAgain(Warehouse warehouse, NightRange range) {
    Optional<Object> replayed =
        warehouse
            .newest()
            .filter(newest -> newest.runDate().equals(range.last()))
            .flatMap(newest -> warehouse.run(newest.runId()).read())
            .map(manifest -> manifest.get("mended"));
    if (replayed.isPresent() && request.mended().isEmpty()) {
      throw new KoeException(
          ExitCode.USAGE,
          "the night was run with mended files, whose rows would be gone",
          "--force --date " + range.last(),
          "use koe quarantine replay --force --mended " + replayed.get());
    }
  }

  private Outcome alreadyPublished(Warehouse warehouse) {
    LocalDate newest = warehouse.newest().orElseThrow().runDate();
    return new Outcome(
        false,
        ExitCode.PUBLISHED,
        List.of(
            "Already published: "
                + warehouse.root()
                + " holds all nights up to "
                + newest
                + ". Nothing was done; --force computes the newest night again."),
        Optional.empty());
  }

  private Outcome compute(Warehouse warehouse, String runId, NightRange range, String keyId) {
    RunFolder folder = warehouse.run(runId);
    Map<String, Object> manifest =
        RunManifest.start(request, runId, range.first(), range.last(), keyId);
    StagedSnapshot staged = warehouse.stage(runId);
    LineageEvents events = new LineageEvents(request, warehouse, runId, range);
    InputCounts counts;
    Commit commit;
    try {
      events.start();
      Computed computed = computeTables(warehouse, staged, runId, range, manifest, events);
      counts = computed.counts();
      commit = publish(staged, range, manifest, computed);
    } catch (Exception e) {
      // Spark throws checked exceptions that nothing declares, too.
      staged.discard();
      RunManifest.fail(manifest, e, progress.seconds());
      record(warehouse, folder, manifest);
      events.fail(e);
      throw e;
    }
    // From here on nothing can undo the night.
    manifest.put("expired_folders", warehouse.expire(request.retention(), range.last()));
    Reports.Written reports = report(warehouse, commit, range);
    ExitCode exit = exitCode(counts, reports);
    manifest.put("missing_columns", reports.missingColumns());
    RunManifest.publish(manifest, commit, exit, progress.seconds());
    record(warehouse, folder, manifest);
    events.complete(commit);
    List<String> lines = new ArrayList<>(Summary.lines(warehouse, commit, counts, reports));
    Summary.expired(manifest).ifPresent(lines::add);
    return new Outcome(true, exit, lines, reports.failure());
  }

  private static void record(Warehouse warehouse, RunFolder folder, Map<String, Object> manifest) {
    folder.write(manifest);
    Optional<LocalDate> newest = warehouse.newest().map(Commit::runDate);
    warehouse.writeMetrics(RunMetrics.of(manifest, Instant.now(), newest));
  }

  private Night night(
      String runId, NightRange range, RunTables tables, Map<String, Object> manifest) {
    LocalDate changedFrom =
        range
            .dataParent()
            .filter(parent -> RunManifest.isSameMaking(manifest, parent))
            .filter(parent -> PublishedFigures.canBeBuiltOn(tables, range.first()))
            .map(parent -> range.first())
            .orElse(LocalDate.EPOCH);
    return new Night(runId, range.first(), range.last(), changedFrom, request.settings());
  }

  private Computed computeTables(
      Warehouse warehouse,
      StagedSnapshot staged,
      String runId,
      NightRange range,
      Map<String, Object> manifest,
      LineageEvents events) {
    try (SparkRun spark = SparkRun.start(request.engines(), warehouse.run(runId).log())) {
      ShufflePlan.of(
              request.drop(), request.mended(), range, range.dataParent().map(warehouse::snapshot))
          .apply(spark.session());
      RunTables tables =
          spark.tables(
              TableCatalog.load(), staged.folder(), range.dataParent().map(warehouse::snapshot));
      Night night = night(runId, range, tables, manifest);
      runStages(tables, night);
      InputCounts counts = InputCounts.of(tables, night);
      manifest.put("input", counts.asMap());
      Map<String, String> accepted = check(tables, night, manifest);
      RunRecords.write(tables, night, request.version(), counts);
      manifest.put("expired_days", expire(staged, tables, night));
      manifest.put("table_seconds", tables.seconds());
      events.read(tables);
      return new Computed(counts, PublishedColumns.of(tables), accepted);
    }
  }

  /** Takes out the days that are past their time; gives their number. */
  private int expire(StagedSnapshot staged, RunTables tables, Night night) {
    Set<String> names =
        tables.catalog().tables().stream().map(TableModel::name).collect(Collectors.toSet());
    tables.parent().ifPresent(parent -> staged.carryOver(parent, names));
    List<Path> days = staged.expire(request.retention(), night.date());
    days.stream()
        .map(day -> day.getName(1).toString())
        .filter(names::contains)
        .distinct()
        .forEach(tables::keepColumns);
    return days.size();
  }

  private static ExitCode exitCode(InputCounts counts, Reports.Written reports) {
    return reports
        .failure()
        .map(KoeException::exitCode)
        .orElse(counts.hasRejectedInput() ? ExitCode.PUBLISHED_WITH_REJECTS : ExitCode.PUBLISHED);
  }

  /** Ingest alone, for it says what there is; then the others side by side. */
  private void runStages(RunTables tables, Night night) {
    Stage ingest = new IngestStage(request.drop(), request.mended(), request.keyFile());
    progress.stage(ingest.name());
    tables.spark().sparkContext().setJobGroup(ingest.name(), ingest.name(), false);
    ingest.run(tables, night);
    new StagesTogether(Stages.computing(request.topics()), tables, night, progress::stage).run();
  }

  /** Runs the gates; gives those that failed and were accepted, with the reason. */
  private Map<String, String> check(RunTables tables, Night night, Map<String, Object> manifest) {
    progress.stage("check");
    List<DataChecks.Result> results = new ArrayList<>(DataChecks.run(tables, night));
    results.addAll(new StagedFiles(tables, night).results());
    List<String> violated = new ArrayList<>();
    results.stream()
        .filter(r -> r.violations() > 0)
        .forEach(r -> violated.add(r.check().table() + ": " + r.check().message()));
    Map<String, String> accepted = request.acceptance().used(results);
    manifest.put("accepted_gates", accepted);
    manifest.put("violated_checks", violated);
    violated.forEach(line -> progress.note("check: " + line));
    DataChecks.requireNoFailure(results, request.acceptance());
    RunRecords.writeChecks(tables, night, results);
    return accepted;
  }

  private Commit publish(
      StagedSnapshot staged, NightRange range, Map<String, Object> manifest, Computed computed) {
    progress.stage("publish");
    Map<String, String> comments =
        TableCatalog.load().tables().stream()
            .collect(Collectors.toMap(t -> t.name(), t -> t.grain(), (a, b) -> a, TreeMap::new));
    return staged.publish(
        new Publication(
            RunManifest.key(manifest),
            range.last(),
            range.first(),
            range.dataParent(),
            comments,
            Map.of(),
            computed.columns(),
            computed.accepted()));
  }

  /** The week before the first night has become more final; of a first run it has no data. */
  private Reports.Written report(Warehouse warehouse, Commit commit, NightRange range) {
    progress.stage("report");
    LocalDate first = range.first().minusDays(range.dataParent().isPresent() ? 7 : 0);
    return Reports.write(warehouse, commit, first, request.targets());
  }
}
