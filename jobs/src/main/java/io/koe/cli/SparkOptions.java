package io.koe.cli;

import picocli.CommandLine.Option;

/** Where Spark runs. */
final class SparkOptions {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master; spark-submit's own setting wins (default: local[*], all cores of this"
              + " machine).")
  private String master;

  String master() {
    return master == null ? System.getProperty("spark.master", "local[*]") : master;
  }
}
