package io.koe.pipeline;

import io.koe.duckdb.DuckDbEngine;
import io.koe.night.SqlEngine;
import io.koe.sql.TableCatalog;
import io.koe.store.Storage;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * What computes a night: Spark, and on one machine DuckDB the tables of {@code sql/}, but those
 * with texts, and the checks. The rows are the same either way, fractions to 1e-9. DuckDB takes a
 * small part of the time, since Spark plans, compiles and distributes each of a hundred queries;
 * only Spark spreads them over a cluster, and writes to HDFS.
 *
 * @param master where Spark runs
 * @param isSqlByDuckDb whether DuckDB computes the tables of {@code sql/}
 */
public record Engines(String master, boolean isSqlByDuckDb) {
  /** Those that fit where Spark runs and the warehouse lies. */
  public static Engines of(String master, Path warehouse) {
    return new Engines(master, SparkSessions.isLocal(master) && Storage.isLocal(warehouse));
  }

  /** What computes instead of Spark; to be closed. DuckDB takes as many threads as Spark. */
  Optional<SqlEngine> start(TableCatalog catalog, SparkSession spark) {
    return isSqlByDuckDb
        ? Optional.of(DuckDbEngine.start(catalog, spark.sparkContext().defaultParallelism()))
        : Optional.empty();
  }
}
