package io.koe.cli;

import io.koe.night.Settings;
import io.koe.pipeline.NightlyRun;
import io.koe.pipeline.Progress;
import io.koe.pipeline.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that computes nights and publishes them, with what all such commands are told. */
abstract class NightCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "DROP",
      description =
          "Folder of the drop, on a disk or hdfs://…: one folder a table, one dt=YYYY-MM-DD folder a"
              + " day.")
  private Path input;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      description = "The night: all that is known by its end in Japan.")
  private LocalDate date;

  @Option(names = "--force", description = "Compute the newest night again.")
  private boolean force;

  @Option(
      names = "--openlineage",
      paramLabel = "DIR",
      description =
          "Write the run's events of OpenLineage into this folder, a file each: RUN.start.json, then"
              + " RUN.complete.json or RUN.fail.json (default: none).")
  private Path openLineage;

  @Mixin private KeyOption key;
  @Mixin private SettingsOptions settings;
  @Mixin private AcceptanceOptions acceptance;
  @Mixin private RetentionOptions retention;
  @Mixin private TargetOptions targets;
  @Mixin private TopicSettings topics;
  @Mixin private EngineOptions engines;
  @Spec private CommandSpec spec;

  /**
   * Runs the nights and tells what became of them.
   *
   * @param from the first night of a backfill
   * @param mended a drop of mended files to be read with the nights
   * @return how the process ends
   */
  final int run(Optional<LocalDate> from, Optional<Path> mended) {
    from.ifPresent(first -> Checks.dates(spec, first, date));
    RunRequest request =
        new RunRequest(
            input,
            mended,
            warehouse.path(),
            from,
            date,
            key.file(),
            settings(),
            topics.options(),
            force,
            acceptance.acceptance(),
            retention.retention(),
            targets.targets(),
            Optional.ofNullable(openLineage),
            engines.engines(warehouse.path()),
            Version.current());
    NightlyRun.Outcome outcome = run(request);
    outcome.lines().forEach(spec.commandLine().getOut()::println);
    outcome.requireReports();
    if (outcome.isNew()) {
      ClassArchive.writeIfAsked();
    }
    return outcome.exit().code();
  }

  /** A contact leaves the backlog before its rows go, and before its last days can change. */
  private Settings settings() {
    Settings given = settings.settings();
    return given.withBacklogDays(retention.retention().backlogDays(given.latenessDays()));
  }

  private NightlyRun.Outcome run(RunRequest request) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new ConsoleProgress(spec.qualifiedName(), NightlyRun.STEPS, err)) {
      return new NightlyRun(request, progress).run();
    }
  }
}
