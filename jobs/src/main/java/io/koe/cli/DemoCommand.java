package io.koe.cli;

import io.koe.night.Settings;
import io.koe.pipeline.Acceptance;
import io.koe.pipeline.NightlyRun;
import io.koe.pipeline.RunRequest;
import io.koe.pipeline.SparkRun;
import io.koe.report.sections.Targets;
import io.koe.sample.SampleDrop;
import io.koe.store.Retention;
import io.koe.topics.TopicOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe demo}: the whole path on invented inquiries. */
@Command(
    name = "demo",
    description = {
      "The whole path on nine weeks of invented inquiries: backfills eight weeks, runs the last",
      "nights one by one, and says where the tables and the report are."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
  private static final LocalDate LAST = FIRST.plusWeeks(9).minusDays(1);
  private static final LocalDate BACKFILLED = LAST.minusDays(2);
  private static final int INQUIRIES_PER_DAY = 200;

  @Option(
      names = "--out",
      defaultValue = "koe-demo",
      paramLabel = "DIR",
      description = "New folder for everything the demo makes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Mixin private EngineOptions engines;
  @Spec private CommandSpec spec;

  @Override
  @SuppressWarnings("try") // The session is open for its nights.
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path drop = out.resolve("drop");
    if (!Files.isDirectory(drop)) {
      err.println("koe: inventing nine weeks of inquiries");
      new SampleDrop(drop, FIRST, LAST, INQUIRIES_PER_DAY, 1).write(day -> {});
    }
    Path key = key();
    List<String> lines = List.of();
    try (SparkRun session = SparkRun.start(engines.engines(out), out.resolve("spark.log"))) {
      err.println("koe: nights " + FIRST + " to " + BACKFILLED + ", backfilled at once");
      lines = run(drop, key, Optional.of(FIRST), BACKFILLED, err);
      for (LocalDate night = BACKFILLED.plusDays(1);
          !night.isAfter(LAST);
          night = night.plusDays(1)) {
        err.println("koe: night " + night);
        lines = run(drop, key, Optional.empty(), night, err);
      }
    }
    lines.forEach(spec.commandLine().getOut()::println);
    ClassArchive.writeIfAsked();
    return 0;
  }

  private List<String> run(
      Path drop, Path key, Optional<LocalDate> from, LocalDate date, PrintWriter err) {
    RunRequest request =
        new RunRequest(
            drop,
            Optional.empty(),
            out.resolve("warehouse"),
            from,
            date,
            key,
            // Of 200 inquiries a day the usual minimum would leave little to see.
            Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS),
            TopicOptions.NONE,
            false,
            Acceptance.NONE,
            Retention.DEFAULT,
            new Targets(Map.of("durable_resolution_rate", 0.8, "self_resolution_rate", 0.5)),
            Optional.empty(),
            engines.engines(out),
            Version.current());
    try (ConsoleProgress progress = new ConsoleProgress("night", NightlyRun.STEPS, err)) {
      NightlyRun.Outcome outcome = new NightlyRun(request, progress).run();
      outcome.requireReports();
      return outcome.lines();
    }
  }

  /** A key of the demo's own, made once. */
  private Path key() throws IOException {
    Path file = out.resolve("koe.key");
    if (!Files.exists(file)) {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, bytes);
    }
    return file;
  }
}
