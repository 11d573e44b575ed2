package io.koe.pipeline;

import io.koe.duckdb.DuckDb;
import io.koe.duckdb.DuckDbSql;
import io.koe.night.Night;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** DuckDB computes the tables again, with statistics found another way than a night finds them. */
final class DuckDbRecomputation implements EngineCheck.Recomputation {
  private final DuckDb duckDb;
  private final TableCatalog catalog;
  private final Set<String> published;
  private final Map<String, Object> parameters;

  /**
   * @param duckDb knows the published tables Java wrote
   * @param published names of all tables that are
   */
  DuckDbRecomputation(DuckDb duckDb, TableCatalog catalog, Set<String> published, Night night) {
    this.duckDb = duckDb;
    this.catalog = catalog;
    this.published = published;
    this.parameters = SqlParameters.of(night);
  }

  @Override
  public void compute(TableModel table) {
    duckDb.execute(table.fileName(), DuckDbSql.table(table, parameters));
  }

  @Override
  public List<DataChecks.Result> checks() {
    return Stream.concat(
            catalog.checks().stream(), Stream.of(SmallCells.check(catalog, published::contains)))
        .map(this::result)
        .toList();
  }

  private DataChecks.Result result(TableCheck check) {
    String query = DuckDbSql.query(check.query(), parameters);
    return new DataChecks.Result(
        check, duckDb.number(check.file(), "select count(*) from (" + query + "\n)"));
  }
}
