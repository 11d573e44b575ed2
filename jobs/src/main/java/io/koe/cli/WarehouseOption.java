package io.koe.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder all published tables live in. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "WH",
      description = "Folder of the published tables.")
  private Path warehouse;

  Path path() {
    return warehouse;
  }
}
