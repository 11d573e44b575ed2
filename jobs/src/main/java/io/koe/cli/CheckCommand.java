package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.pipeline.DataChecks;
import io.koe.pipeline.Progress;
import io.koe.pipeline.PublishedChecks;
import io.koe.sql.TableCheck;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code koe check}: the data checks on the newest snapshot. */
@Command(
    name = "check",
    description = {
      "Run the data checks on the newest snapshot: what its run found, found again.",
      "A run with settings of its own is checked with the same settings."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private SettingsOptions settings;
  @Mixin private SparkOptions spark;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PublishedChecks.Outcome outcome = run();
    PrintWriter out = spec.commandLine().getOut();
    outcome.results().forEach(result -> out.println(line(result)));
    long failed = outcome.results().stream().filter(DataChecks.Result::isFailure).count();
    long violated = outcome.results().stream().filter(r -> r.violations() > 0).count();
    out.printf(
        "%d checks on the night of %s: %d ok, %d warned, %d failed%n",
        outcome.results().size(),
        outcome.night(),
        outcome.results().size() - violated,
        violated - failed,
        failed);
    return failed > 0 ? ExitCode.CHECK_FAILED.code() : 0;
  }

  private PublishedChecks.Outcome run() {
    try (Progress progress = new ConsoleProgress("koe check", 1, spec.commandLine().getErr())) {
      return PublishedChecks.run(warehouse.path(), settings.settings(), spark.master(), progress);
    }
  }

  /** A check's text says what is wrong or what must be, so a passed one is only named. */
  private static String line(DataChecks.Result result) {
    TableCheck check = result.check();
    String message = check.message().replaceFirst("^" + check.table() + ": ", "");
    if (result.violations() == 0) {
      return "ok    %-28s (checked: %s)".formatted(check.table(), message);
    }
    return "%s  %-28s %s (%d rows; see sql/*/%s.check.sql)"
        .formatted(
            check.fails() ? "FAIL" : "warn",
            check.table(),
            message,
            result.violations(),
            check.table());
  }
}
