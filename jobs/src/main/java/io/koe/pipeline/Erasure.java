package io.koe.pipeline;

import io.koe.drivers.DriversStage;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.metrics.MetricsStage;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import io.koe.report.sections.Targets;
import io.koe.search.SearchStage;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Publication;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import io.koe.store.WarehouseLock;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import io.koe.topics.TopicsAgain;
import io.koe.topics.taxonomy.Taxonomy;
import io.koe.watch.WatchStage;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Removes people from a warehouse and keeps them out.
 *
 * <ol>
 *   <li>Take their rows out of what landed, its tokens and topics; put them into the ledger, so
 *       that no drop brings them back.
 *   <li>Compute all later tables and the search index of all nights again from what is left, and
 *       check them.
 *   <li>Publish; then delete every other snapshot and all reports, and write these again.
 * </ol>
 *
 * Killed before it publishes, it has done nothing; after that, the same command finishes it. Topic
 * models, and with them topics' ids and names, stay: they speak of many people at once.
 */
public final class Erasure {
  /** Nights of an odd volume were accepted when they came. */
  private static final Acceptance VOLUMES_AS_THEY_WERE =
      new Acceptance(Set.of("G13"), "published before");

  /** Stages a user sees pass by. */
  public static final int STEPS = 9;

  /**
   * What is asked.
   *
   * @param ids people as the drops name them; they leave this record only as pseudonyms
   * @param isRequested whether those of the published {@code deletion_requests} go, too
   * @param keyFile the pseudonym key
   * @param taxonomy the one the newest night was published with
   * @param targets for the reports written again
   */
  public record Request(
      Path warehouse,
      Collection<String> ids,
      boolean isRequested,
      Path keyFile,
      Taxonomy taxonomy,
      Targets targets,
      Engines engines,
      String version) {}

  /** What was taken out of the newest snapshot. */
  private record Taken(
      long people, long inquiries, SortedMap<String, Long> rows, Set<LocalDate> days) {}

  /**
   * What is left, ready to be published.
   *
   * @param finalFigures those that changed
   * @param columns of all tables
   */
  private record Left(Taken taken, long finalFigures, Map<String, List<CommittedColumn>> columns) {}

  private final Request request;
  private final StageTimes progress;
  private final TableCatalog catalog = TableCatalog.load();

  public Erasure(Request request, Progress progress) {
    this.request = request;
    this.progress = new StageTimes(progress);
  }

  /** Erases, and gives the receipt's lines; throws KoeException with nothing published. */
  @SuppressWarnings("try") // The lock is held, not used.
  public List<String> run() {
    PseudonymKey key = PseudonymKey.load(request.keyFile());
    Warehouse warehouse = Warehouse.published(request.warehouse());
    Commit newest = warehouse.newest().orElseThrow();
    String runId = RunIds.next(warehouse, newest.runDate());
    try (WarehouseLock lock = warehouse.lock(runId)) {
      Map<String, Object> manifest = RunManifest.again(warehouse, newest, runId);
      requireSameKey(manifest, key);
      requireSameTaxonomy(manifest);
      StagedSnapshot left = warehouse.stage(runId + "-left");
      StagedSnapshot staged = warehouse.stage(runId);
      try {
        Left rest = compute(warehouse, newest, left, staged, key.pseudonymizer());
        progress.stage("publish");
        Commit commit = staged.publish(publication(newest, staged.tables(), rest.columns()));
        return finish(warehouse, commit, rest, manifest);
      } finally {
        left.discard();
        staged.discard();
      }
    }
  }

  /** Under another key nobody would be found, and everybody would come back. */
  private void requireSameKey(Map<String, Object> manifest, PseudonymKey key) {
    Object published = manifest.getOrDefault("pseudonym_key_id", key.keyId());
    if (!published.equals(key.keyId())) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "the warehouse was made with another pseudonym key, so nobody would be found",
          request.keyFile().toString(),
          "give the key its nights were run with");
    }
  }

  private void requireSameTaxonomy(Map<String, Object> manifest) {
    if (!manifest.getOrDefault("taxonomy", "").equals(request.taxonomy().hash())) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "the newest night was published with another taxonomy, so its topics would change",
          "--taxonomy",
          "give the file the newest night was run with, or leave it away if there was none");
    }
  }

  private Left compute(
      Warehouse warehouse,
      Commit newest,
      StagedSnapshot left,
      StagedSnapshot staged,
      Pseudonymizer pseudonymizer) {
    try (SparkRun spark = SparkRun.start(request.engines(), warehouse.run(staged.runId()).log())) {
      progress.stage("erase");
      Path snapshot = warehouse.snapshot(newest);
      RunTables before = spark.tables(catalog, left.folder(), Optional.of(snapshot));
      Taken taken = takeOut(before, people(before, pseudonymizer), newest.runDate());
      if (taken.rows().isEmpty()) {
        staged.carryOver(left.folder(), left.tables());
        staged.carryOver(snapshot, names());
        return new Left(taken, 0, PublishedColumns.of(before));
      }
      left.carryOver(snapshot, kept());
      RunTables after = spark.tables(catalog, staged.folder(), Optional.of(left.folder()));
      long finalFigures =
          computeAgain(after, nights(warehouse, newest, staged.runId()), taken, snapshot);
      staged.carryOver(left.folder(), left.tables());
      return new Left(taken, finalFigures, PublishedColumns.of(after));
    }
  }

  private Set<String> people(RunTables tables, Pseudonymizer pseudonymizer) {
    Set<String> pseudonyms = new TreeSet<>();
    request.ids().forEach(id -> pseudonyms.add(pseudonymizer.user(id)));
    if (request.isRequested()) {
      tables
          .read("deletion_requests")
          .select("user_id")
          .collectAsList()
          .forEach(row -> pseudonyms.add(row.getString(0)));
    }
    return pseudonyms;
  }

  private Taken takeOut(RunTables tables, Set<String> pseudonyms, LocalDate night) {
    try (ErasedPeople people = new ErasedPeople(tables, pseudonyms)) {
      Set<LocalDate> days = people.daysOfInquiries();
      long inquiries = people.inquiries().count();
      SortedMap<String, Long> rows = new RowErasure(tables, people).run();
      people.writeLedger(request.keyFile(), night);
      return new Taken(pseudonyms.size(), inquiries, rows, days);
    }
  }

  private Set<String> names() {
    return catalog.tables().stream().map(TableModel::name).collect(Collectors.toSet());
  }

  /** What the later stages don't compute again. */
  private Set<String> kept() {
    return catalog.tables().stream()
        .filter(table -> RowErasure.KEPT_STAGES.contains(table.stage()))
        .map(TableModel::name)
        .collect(Collectors.toSet());
  }

  /** All nights so far, everything anew. */
  private static Night nights(Warehouse warehouse, Commit newest, String runId) {
    return new Night(
        runId,
        EngineCheck.firstDate(warehouse, newest),
        newest.runDate(),
        PublishedSettings.of(warehouse, newest));
  }

  /** The later tables; gives the number of final figures that changed. */
  private long computeAgain(RunTables tables, Night nights, Taken taken, Path before) {
    for (Stage stage :
        List.of(
            new TopicsAgain(taken.days(), request.taxonomy()),
            new MetricsStage(),
            new DriversStage(),
            new WatchStage(),
            new SearchStage())) {
      progress.stage(stage.name());
      stage.run(tables, nights);
    }
    progress.stage("check");
    DataChecks.requireNoFailure(DataChecks.run(tables, nights), VOLUMES_AS_THEY_WERE);
    long finalFigures = ChangedFigures.count(tables, before);
    record(tables, nights, taken, finalFigures);
    return finalFigures;
  }

  /** One row on what changed; a row for each figure would trace the people erased. */
  private void record(RunTables tables, Night nights, Taken taken, long finalFigures) {
    Row row =
        RowFactory.create(
            nights.runId(),
            Date.valueOf(nights.date()),
            taken.people(),
            taken.inquiries(),
            finalFigures,
            request.version());
    Dataset<Row> rows =
        tables.spark().createDataFrame(List.of(row), tables.declaredSchema("erasures"));
    tables.write("erasures", tables.read("erasures").unionByName(rows).coalesce(1));
  }

  private Publication publication(
      Commit newest, Set<String> tables, Map<String, List<CommittedColumn>> columns) {
    return new Publication(
        newest.runKey(),
        newest.runDate(),
        newest.firstDate(),
        Optional.of(newest),
        tables.stream()
            .filter(catalog::has)
            .collect(Collectors.toMap(Function.identity(), name -> catalog.table(name).grain())),
        Map.of(),
        columns,
        Map.of());
  }

  private List<String> finish(
      Warehouse warehouse, Commit commit, Left rest, Map<String, Object> manifest) {
    Taken taken = rest.taken();
    int snapshots = warehouse.keepNewestOnly().size();
    progress.stage("report");
    int reports = Reports.again(warehouse, request.targets()).size();
    ErasureReceipt receipt =
        new ErasureReceipt(
            taken.people(),
            taken.inquiries(),
            taken.rows(),
            rest.finalFigures(),
            snapshots,
            reports);
    manifest.put("erasure", receipt.asMap());
    manifest.put("commit", commit.number());
    return receipt.lines(commit, warehouse.run(commit.runId()).write(manifest));
  }
}
