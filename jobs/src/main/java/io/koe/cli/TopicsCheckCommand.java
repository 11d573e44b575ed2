package io.koe.cli;

import io.koe.pipeline.TaxonomyCheck;
import io.koe.topics.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe topics check}: whether a taxonomy is in form, and what it would do. */
@Command(
    name = "check",
    description = {
      "Check a taxonomy's form.",
      "With --warehouse, also say which topics of today it speaks of, and how many inquiries of the"
          + " newest 56 days each rule takes."
    },
    mixinStandardHelpOptions = true)
final class TopicsCheckCommand implements Callable<Integer> {
  @Option(
      names = "--taxonomy",
      required = true,
      paramLabel = "FILE",
      description = "The text file to check.")
  private Path taxonomy;

  @Option(names = "--warehouse", paramLabel = "WH", description = "Folder of the published tables.")
  private Path warehouse;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TaxonomyCheck check = new TaxonomyCheck(Taxonomy.load(taxonomy));
    check.lines(Optional.ofNullable(warehouse)).forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
