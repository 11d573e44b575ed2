package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.pipeline.Engines;
import io.koe.store.Storage;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where Spark runs, and what computes the tables of {@code sql/}. */
final class EngineOptions {
  /** What computes them. */
  enum SqlEngine {
    auto,
    duckdb,
    spark
  }

  @Option(
      names = "--sql-engine",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description =
          "What computes the tables and checks of sql/: ${COMPLETION-CANDIDATES}. auto is duckdb,"
              + " in this process, when Spark runs on this machine, and spark on a cluster and for"
              + " a warehouse in HDFS; the rows are the same (default: ${DEFAULT-VALUE}).")
  private SqlEngine sqlEngine;

  @Mixin private SparkOptions spark;

  /** For a warehouse; fails with {@code USAGE} when the engine asked for cannot write there. */
  Engines engines(Path warehouse) {
    if (sqlEngine == SqlEngine.duckdb && !Storage.isLocal(warehouse)) {
      throw new KoeException(
          ExitCode.USAGE,
          "DuckDB cannot write to HDFS",
          "--sql-engine",
          "leave the option out, or name spark");
    }
    return switch (sqlEngine) {
      case auto -> Engines.of(spark.master(), warehouse);
      case duckdb -> new Engines(spark.master(), true);
      case spark -> new Engines(spark.master(), false);
    };
  }
}
