package io.koe.cli;

import io.koe.store.Retention;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long is kept what a night leaves; every night takes away what is older. */
final class RetentionOptions {
  /** Figures look back a quarter: the emerging's baseline, late rows, topics' fits. */
  private static final int FEWEST_MONTHS = 3;

  @Option(
      names = "--keep-restricted-months",
      paramLabel = "MONTHS",
      defaultValue = "13",
      description =
          "Rows of single people go after this time, at least 3 (default: ${DEFAULT-VALUE}).")
  private int restrictedMonths;

  @Option(
      names = "--keep-shared-months",
      paramLabel = "MONTHS",
      defaultValue = "36",
      description = "Days of shared tables go after this time (default: ${DEFAULT-VALUE}).")
  private int sharedMonths;

  @Option(
      names = "--keep-quarantine-days",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "rejected_rows go after this time (default: ${DEFAULT-VALUE}).")
  private int quarantineDays;

  @Option(
      names = "--keep-log-days",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "Logs and manifests of runs go after this time (default: ${DEFAULT-VALUE}).")
  private int logDays;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Retention retention() {
    if (Math.min(restrictedMonths, sharedMonths) < FEWEST_MONTHS
        || Math.min(quarantineDays, logDays) < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--keep-…: at least %d months of tables and a day of all else".formatted(FEWEST_MONTHS));
    }
    return new Retention(restrictedMonths, sharedMonths, quarantineDays, logDays);
  }
}
