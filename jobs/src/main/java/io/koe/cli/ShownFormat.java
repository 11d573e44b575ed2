package io.koe.cli;

import io.koe.query.QueryFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How rows are printed by a command that writes no file. */
final class ShownFormat {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, csv or json, one array of objects (default: ${DEFAULT-VALUE}).")
  private QueryFormat format;

  /** Throws when it is one for files alone. */
  QueryFormat format() {
    if (format == QueryFormat.PARQUET) {
      throw new ParameterException(command.commandLine(), "--format is table, csv or json");
    }
    return format;
  }
}
