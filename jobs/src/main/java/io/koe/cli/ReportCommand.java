package io.koe.cli;

import io.koe.pipeline.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe report}: the report of any week. */
@Command(
    name = "report",
    description = "Write the report of a week, or of several, from the newest snapshot.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--week",
      required = true,
      split = ",",
      paramLabel = "WEEK",
      description = "ISO week, Monday first, such as 2026-W40; several with commas between.")
  private List<String> weeks;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write it (default: the folder reports in the warehouse).")
  private Path out;

  @Mixin private TargetOptions targets;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = out == null ? warehouse.path().resolve(Reports.FOLDER) : out;
    Reports.write(warehouse.path(), weeks, folder, targets.targets())
        .forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
