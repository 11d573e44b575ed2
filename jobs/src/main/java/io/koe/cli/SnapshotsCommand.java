package io.koe.cli;

import io.koe.pipeline.SnapshotHistory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe snapshots}: what is published, and the ways back. */
@Command(
    name = "snapshots",
    description = {
      "List, roll back, recover or vacuum the snapshots of a warehouse.",
      "Publishing vacuums, and every run recovers, by itself."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      SnapshotsCommand.ListCommand.class,
      SnapshotsCommand.RollBackCommand.class,
      SnapshotsCommand.RecoverCommand.class,
      SnapshotsCommand.VacuumCommand.class
    })
final class SnapshotsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "name what to do: list, rollback, recover or vacuum");
  }

  /** A verb on a warehouse's history that tells what it did. */
  abstract static class Verb implements Callable<Integer> {
    @Mixin private WarehouseOption warehouse;
    @Spec private CommandSpec spec;

    abstract List<String> apply(SnapshotHistory history);

    @Override
    public final Integer call() {
      apply(new SnapshotHistory(warehouse.path())).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }

  @Command(
      name = "list",
      description =
          "A line a commit, newest first: number, nights, time, size, current, kept or gone.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends Verb {
    @Override
    List<String> apply(SnapshotHistory history) {
      return history.lines();
    }
  }

  @Command(
      name = "rollback",
      description = {
        "Publish an older snapshot again, as a new commit; no history is lost.",
        "The nights after it can then be run again."
      },
      mixinStandardHelpOptions = true)
  static final class RollBackCommand extends Verb {
    @Parameters(paramLabel = "COMMIT", description = "Number of a commit that is kept.")
    private long number;

    @Override
    List<String> apply(SnapshotHistory history) {
      return history.rollBackTo(number);
    }
  }

  @Command(
      name = "recover",
      description = "Finish or clear away what a run that was killed has left.",
      mixinStandardHelpOptions = true)
  static final class RecoverCommand extends Verb {
    @Override
    List<String> apply(SnapshotHistory history) {
      return history.recover();
    }
  }

  @Command(
      name = "vacuum",
      description =
          "Remove all but the newest 7 snapshots, the last of each of the newest 5 weeks, and those"
              + " of the last 24 hours.",
      mixinStandardHelpOptions = true)
  static final class VacuumCommand extends Verb {
    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    @Override
    List<String> apply(SnapshotHistory history) {
      return history.vacuum(dryRun);
    }
  }
}
