package io.koe.cli;

import io.koe.pipeline.Progress;
import io.koe.sample.SampleDrop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe sample}: a drop of invented inquiries, of any size. */
@Command(
    name = "sample",
    description = "Write a drop of invented Japanese inquiries, of any size.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write it.")
  private Path out;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last day.")
  private LocalDate to;

  @Option(
      names = "--inquiries-per-day",
      defaultValue = "200",
      paramLabel = "N",
      description = "Inquiries a day, on average (default: ${DEFAULT-VALUE}).")
  private int inquiriesPerDay;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Checks.dates(spec, from, to);
    try (Progress progress = new ConsoleProgress("sample", 1, spec.commandLine().getErr())) {
      progress.stage("sample");
      new SampleDrop(out, from, to, inquiriesPerDay, seed).write(day -> {});
    }
    spec.commandLine().getOut().println(out.toAbsolutePath().normalize());
    return 0;
  }
}
