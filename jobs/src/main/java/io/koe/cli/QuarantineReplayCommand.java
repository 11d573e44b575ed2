package io.koe.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code koe quarantine replay}: a night's run that reads mended files too. */
@Command(
    name = "replay",
    description = {
      "Run a night and read with it the mended files of earlier nights, instead of koe run.",
      "Rows of theirs under a key that an earlier night accepted are duplicates and change nothing;"
          + " the others arrive on the night, late. Files of which nothing was rejected are not"
          + " read. Whole tables, such as articles, need no replay: every night reads them."
    },
    mixinStandardHelpOptions = true)
final class QuarantineReplayCommand extends NightCommand {
  @Option(
      names = "--mended",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of the mended files, each named as koe quarantine list names the rejected one:"
              + " <table>/dt=YYYY-MM-DD/<name>. Encoding, format and compression may change"
              + " (a.csv, a.cp932.csv.gz); the drop itself will do.")
  private Path mended;

  @Override
  public Integer call() {
    return run(Optional.empty(), Optional.of(mended));
  }
}
