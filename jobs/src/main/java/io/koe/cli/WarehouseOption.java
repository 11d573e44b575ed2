package io.koe.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder all published tables live in, see {@link Koe} for paths of HDFS. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "WH",
      description = "Folder of the published tables, on a disk or hdfs://host:port/….")
  private Path warehouse;

  Path path() {
    return warehouse;
  }
}
