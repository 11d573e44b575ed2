package io.koe.cli;

import io.koe.pipeline.Engines;
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
              + " in this process, when Spark runs on this machine, and spark on a cluster; the"
              + " rows are the same (default: ${DEFAULT-VALUE}).")
  private SqlEngine sqlEngine;

  @Mixin private SparkOptions spark;

  Engines engines() {
    return switch (sqlEngine) {
      case auto -> Engines.of(spark.master());
      case duckdb -> new Engines(spark.master(), true);
      case spark -> new Engines(spark.master(), false);
    };
  }
}
