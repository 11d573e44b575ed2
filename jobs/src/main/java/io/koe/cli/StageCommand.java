package io.koe.cli;

import io.koe.pipeline.StageRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe stage}: stages again over what is published, for development. */
@Command(
    name = "stage",
    description = {
      "Run stages again over the newest snapshot, for development.",
      "Their tables go to --out; nothing is published."
    },
    mixinStandardHelpOptions = true)
final class StageCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "tokenize, topics, metrics, drivers or watch; they run in this order.")
  private List<String> names;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "New folder for the tables, on the warehouse's disk.")
  private Path out;

  @Mixin private SettingsOptions settings;
  @Mixin private TopicSettings topics;
  @Mixin private EngineOptions engines;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StageRun run =
        new StageRun(
            warehouse.path(),
            out,
            settings.settings(),
            topics.options(),
            engines.engines(warehouse.path()));
    run(run).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private List<String> run(StageRun run) {
    try (ConsoleProgress progress =
        new ConsoleProgress("koe stage", names.size(), spec.commandLine().getErr())) {
      return run.run(names, progress);
    }
  }
}
