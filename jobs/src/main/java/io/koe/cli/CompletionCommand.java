package io.koe.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code koe completion}: what a shell needs to complete commands, options and names. */
@Command(
    name = "completion",
    description = {
      "Print a script for bash and zsh that completes commands, options, tables and questions.",
      "source <(koe completion)"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("koe", Koe.commandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
