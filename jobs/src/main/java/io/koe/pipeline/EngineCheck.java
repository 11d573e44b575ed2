package io.koe.pipeline;

import io.koe.duckdb.DuckDb;
import io.koe.duckdb.PublishedViews;
import io.koe.duckdb.TableComparison;
import io.koe.duckdb.TableDifference;
import io.koe.duckdb.TableOrder;
import io.koe.night.Night;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import io.koe.store.WarehouseLock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest snapshot against an engine that computes every table SQL computes from the published
 * tables Java wrote, all nights since the first at once and nothing taken over from an earlier run:
 * each published table must hold the same rows. The data checks run there as well. DuckDB compares.
 */
public final class EngineCheck {
  /**
   * What a published table was compared to.
   *
   * @param rows rows computed
   * @param differences empty when it holds the same rows
   */
  public record Comparison(String table, long rows, List<TableDifference> differences) {}

  /**
   * What was found.
   *
   * @param night the newest published night
   * @param comparisons by published table that SQL computes
   * @param checks by data check
   */
  public record Outcome(
      LocalDate night, List<Comparison> comparisons, List<DataChecks.Result> checks) {}

  /** What computes the tables again. */
  interface Recomputation {
    /** Makes the table's rows readable under its name in DuckDB. */
    void compute(TableModel table);

    List<DataChecks.Result> checks();
  }

  /** Stages with tables that SQL computes, at most. */
  public static final int STEPS = 8;

  private final TableCatalog catalog = TableCatalog.load();
  private final Warehouse warehouse;
  private final Commit newest;
  private final Night night;
  private final Progress progress;

  private EngineCheck(Path warehouse, Progress progress) {
    this.warehouse = Warehouse.published(warehouse);
    this.newest = this.warehouse.newest().orElseThrow();
    this.night =
        new Night(
            newest.runId(),
            firstDate(this.warehouse, newest),
            newest.runDate(),
            PublishedSettings.of(this.warehouse, newest));
    this.progress = progress;
  }

  /**
   * Computes with DuckDB, compares and checks; throws KoeException when a table can't be computed.
   */
  public static Outcome byDuckDb(Path warehouse, Progress progress) {
    EngineCheck check = new EngineCheck(warehouse, progress);
    try (DuckDb duckDb = DuckDb.open()) {
      Set<String> published = check.publishedViews(duckDb);
      return check.compare(
          duckDb,
          published,
          new DuckDbRecomputation(duckDb, check.catalog, published, check.night));
    }
  }

  /**
   * The same with Spark, which stages what it computes in the warehouse, as a run does, and so
   * holds its lock.
   *
   * @param master where Spark runs
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public static Outcome bySpark(Path warehouse, String master, Progress progress) {
    EngineCheck check = new EngineCheck(warehouse, progress);
    String id = RunIds.next(check.warehouse, check.night.date());
    try (WarehouseLock lock = check.warehouse.lock(id)) {
      StagedSnapshot written = check.warehouse.stage(id + "-written");
      StagedSnapshot computed = check.warehouse.stage(id);
      try {
        return check.bySpark(written, computed, master);
      } finally {
        written.discard();
        computed.discard();
      }
    }
  }

  private Outcome bySpark(StagedSnapshot written, StagedSnapshot computed, String master) {
    Set<String> byJava = new HashSet<>();
    catalog.tables().stream()
        .filter(table -> !table.computedBySql())
        .forEach(table -> byJava.add(table.name()));
    written.carryOver(warehouse.snapshot(newest), byJava);
    try (SparkRun spark = SparkRun.start(new Engines(master, false), Path.of("/dev/null"));
        DuckDb duckDb = DuckDb.open()) {
      return compare(
          duckDb,
          publishedViews(duckDb),
          new SparkRecomputation(
              duckDb,
              spark.tables(catalog, computed.folder(), Optional.of(written.folder())),
              night));
    }
  }

  private Set<String> publishedViews(DuckDb duckDb) {
    return PublishedViews.create(duckDb, catalog, warehouse.snapshot(newest));
  }

  /** The first night of the first of the runs the commit was built from. */
  static LocalDate firstDate(Warehouse store, Commit commit) {
    Commit first = commit;
    Optional<Commit> before = store.commit(first.builtFrom());
    while (before.isPresent()) {
      first = before.get();
      before = store.commit(first.builtFrom());
    }
    return first.firstDate();
  }

  private Outcome compare(DuckDb duckDb, Set<String> published, Recomputation again) {
    List<Comparison> comparisons = new ArrayList<>();
    Set<String> begun = new HashSet<>();
    for (TableModel table : TableOrder.of(catalog, stages())) {
      if (begun.add(table.stage())) {
        progress.stage(table.stage());
      }
      again.compute(table);
      if (published.contains(table.name())) {
        comparisons.add(
            new Comparison(
                table.name(),
                duckDb.number(table.name(), "select count(*) from \"" + table.name() + "\""),
                TableComparison.of(duckDb, table)));
      }
    }
    progress.stage("check");
    return new Outcome(night.date(), comparisons, again.checks());
  }

  private static List<String> stages() {
    return Stream.concat(Stream.of("ingest"), Stages.computing().stream().map(s -> s.name()))
        .toList();
  }
}
