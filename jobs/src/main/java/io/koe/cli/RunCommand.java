package io.koe.cli;

import io.koe.pipeline.NightlyRun;
import io.koe.pipeline.Progress;
import io.koe.pipeline.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe run}: one night, or a backfill of many. */
@Command(
    name = "run",
    description = {
      "Compute one night, or with --from all nights up to it, and publish.",
      "A published night is left as it is; nights missed since the last one are caught up."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "DROP",
      description = "Folder of the drop: one folder a table, one dt=YYYY-MM-DD folder a day.")
  private Path input;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      description = "The night: all that is known by its end in Japan.")
  private LocalDate date;

  @Option(names = "--from", paramLabel = "DATE", description = "First night of a backfill.")
  private LocalDate from;

  @Option(names = "--force", description = "Compute the newest night again.")
  private boolean force;

  @Mixin private KeyOption key;
  @Mixin private SettingsOptions settings;
  @Mixin private AcceptanceOptions acceptance;
  @Mixin private RetentionOptions retention;
  @Mixin private TargetOptions targets;
  @Mixin private TopicSettings topics;
  @Mixin private SparkOptions spark;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (from != null) {
      Checks.dates(spec, from, date);
    }
    RunRequest request =
        new RunRequest(
            input,
            warehouse.path(),
            Optional.ofNullable(from),
            date,
            key.file(),
            settings.settings(),
            topics.options(),
            force,
            acceptance.acceptance(),
            retention.retention(),
            targets.targets(),
            spark.master(),
            Version.current());
    NightlyRun.Outcome outcome = run(request);
    outcome.lines().forEach(spec.commandLine().getOut()::println);
    outcome.requireReports();
    return outcome.exit().code();
  }

  private NightlyRun.Outcome run(RunRequest request) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new ConsoleProgress("koe run", NightlyRun.STEPS, err)) {
      return new NightlyRun(request, progress).run();
    }
  }
}
