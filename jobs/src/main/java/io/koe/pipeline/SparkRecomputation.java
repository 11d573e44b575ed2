package io.koe.pipeline;

import io.koe.drivers.DriversStage;
import io.koe.duckdb.DuckDb;
import io.koe.duckdb.PublishedViews;
import io.koe.metrics.MetricsStage;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.sql.Place;
import io.koe.sql.TableModel;
import java.util.List;

/** Spark computes the tables again and stages them, and DuckDB sees the files. */
final class SparkRecomputation implements EngineCheck.Recomputation {
  private final DuckDb duckDb;
  private final RunTables tables;
  private final Night night;

  /**
   * @param tables over a parent that holds the tables Java wrote, and no others
   */
  SparkRecomputation(DuckDb duckDb, RunTables tables, Night night) {
    this.duckDb = duckDb;
    this.tables = tables;
    this.night = night;
    new MetricsStage().prepare(tables);
    new DriversStage().prepare(tables);
    PublishedViews.STEPS.forEach(tables::give);
  }

  @Override
  public void compute(TableModel table) {
    tables.compute(table.name(), night);
    if (table.place() != Place.INTERNAL) {
      PublishedViews.staged(duckDb, table, tables.staging());
    }
  }

  @Override
  public List<DataChecks.Result> checks() {
    return DataChecks.run(tables, night);
  }
}
