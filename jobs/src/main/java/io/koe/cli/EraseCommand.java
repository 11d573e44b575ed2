package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.pipeline.Erasure;
import io.koe.pipeline.Progress;
import io.koe.topics.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe erase}: people out of the warehouse, for good. */
@Command(
    name = "erase",
    description = {
      "Remove people from all tables, snapshots and reports, and keep them out when their rows are"
          + " read again.",
      "All figures are computed again without them, so erase many at once. Older snapshots are"
          + " deleted at once: there is no way back."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;

  @ArgGroup(multiplicity = "1", exclusive = false)
  private People people;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "The taxonomy the newest night was run with, if it was run with one.")
  private Path taxonomy;

  @Mixin private KeyOption key;
  @Mixin private TargetOptions targets;
  @Mixin private EngineOptions engines;
  @Spec private CommandSpec spec;

  /** Who is to be erased. */
  static final class People {
    @Option(
        names = "--ids-file",
        paramLabel = "FILE",
        description = "User ids as the drops name them, one a line, UTF-8.")
    private Path idsFile;

    @Option(
        names = "--requested",
        description = "The users of the published table deletion_requests.")
    private boolean isRequested;
  }

  @Override
  public Integer call() {
    Erasure.Request request =
        new Erasure.Request(
            warehouse.path(),
            people.idsFile == null ? List.of() : ids(people.idsFile),
            people.isRequested,
            key.file(),
            Taxonomy.load(Optional.ofNullable(taxonomy)),
            targets.targets(),
            engines.engines(warehouse.path()),
            Version.current());
    run(request).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private List<String> run(Erasure.Request request) {
    try (Progress progress =
        new ConsoleProgress("koe erase", Erasure.STEPS, spec.commandLine().getErr())) {
      return new Erasure(request, progress).run();
    }
  }

  private static List<String> ids(Path file) {
    try {
      List<String> ids =
          Files.readAllLines(file).stream().map(String::strip).filter(id -> !id.isEmpty()).toList();
      if (!ids.isEmpty()) {
        return ids;
      }
      throw unusable("the file names nobody", file);
    } catch (IOException e) {
      throw unusable("the file of user ids can't be read as UTF-8 text", file);
    }
  }

  private static KoeException unusable(String what, Path file) {
    return new KoeException(
        ExitCode.INPUT_MISSING, what, file.toString(), "write one user id a line, in UTF-8");
  }
}
