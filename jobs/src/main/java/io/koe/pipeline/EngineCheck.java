package io.koe.pipeline;

import io.koe.duckdb.DuckDb;
import io.koe.duckdb.DuckDbSql;
import io.koe.duckdb.PublishedViews;
import io.koe.duckdb.TableComparison;
import io.koe.duckdb.TableDifference;
import io.koe.duckdb.TableOrder;
import io.koe.night.Night;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest snapshot against a second engine: DuckDB computes every table SQL computes from the
 * published tables Java wrote, all nights since the first at once and nothing taken over from an
 * earlier run, and each published table must hold the same rows. The data checks run there as well.
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

  /** Stages with tables that SQL computes, at most. */
  public static final int STEPS = 8;

  private final TableCatalog catalog = TableCatalog.load();
  private final DuckDb duckDb;
  private final Map<String, Object> parameters;
  private final Set<String> published;
  private final Progress progress;

  private EngineCheck(DuckDb duckDb, Path snapshot, Night night, Progress progress) {
    this.duckDb = duckDb;
    this.parameters = SqlParameters.of(night);
    this.published = PublishedViews.create(duckDb, catalog, snapshot);
    this.progress = progress;
  }

  /** Computes, compares and checks; throws KoeException when DuckDB cannot compute a table. */
  public static Outcome run(Path warehouse, Progress progress) {
    Warehouse store = Warehouse.published(warehouse);
    Commit newest = store.newest().orElseThrow();
    Night night =
        new Night(
            newest.runId(),
            firstDate(store, newest),
            newest.runDate(),
            PublishedSettings.of(store, newest));
    try (DuckDb duckDb = DuckDb.open()) {
      EngineCheck check = new EngineCheck(duckDb, store.snapshot(newest), night, progress);
      return new Outcome(newest.runDate(), check.compare(), check.checks());
    }
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

  private List<Comparison> compare() {
    List<Comparison> comparisons = new ArrayList<>();
    Set<String> begun = new HashSet<>();
    for (TableModel table : TableOrder.of(catalog, stages())) {
      if (begun.add(table.stage())) {
        progress.stage(table.stage());
      }
      duckDb.execute(table.fileName(), DuckDbSql.table(table, parameters));
      if (published.contains(table.name())) {
        comparisons.add(
            new Comparison(
                table.name(),
                duckDb.number(table.name(), "select count(*) from \"" + table.name() + "\""),
                TableComparison.of(duckDb, table)));
      }
    }
    return comparisons;
  }

  private static List<String> stages() {
    return Stream.concat(Stream.of("ingest"), Stages.computing().stream().map(s -> s.name()))
        .toList();
  }

  private List<DataChecks.Result> checks() {
    progress.stage("check");
    List<DataChecks.Result> results = new ArrayList<>();
    catalog.checks().forEach(check -> results.add(result(check)));
    results.add(result(SmallCells.check(catalog, published::contains)));
    return results;
  }

  private DataChecks.Result result(TableCheck check) {
    String query = DuckDbSql.query(check.query(), parameters);
    return new DataChecks.Result(
        check, duckDb.number(check.file(), "select count(*) from (" + query + "\n)"));
  }
}
