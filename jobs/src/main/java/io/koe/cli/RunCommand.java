package io.koe.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code koe run}: one night, or a backfill of many. */
@Command(
    name = "run",
    description = {
      "Compute one night, or with --from all nights up to it, and publish.",
      "A published night is left as it is; nights missed since the last one are caught up."
    },
    mixinStandardHelpOptions = true)
final class RunCommand extends NightCommand {
  @Option(names = "--from", paramLabel = "DATE", description = "First night of a backfill.")
  private LocalDate from;

  @Override
  public Integer call() {
    return run(Optional.ofNullable(from), Optional.empty());
  }
}
