package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.pipeline.DataChecks;
import io.koe.pipeline.PublishedChecks;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code koe check}: the data checks on the newest snapshot. */
@Command(
    name = "check",
    description = "Run the data checks on the newest snapshot.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private SettingsOptions settings;
  @Mixin private SparkOptions spark;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<DataChecks.Result> results =
        PublishedChecks.run(warehouse.path(), settings.settings(), spark.master());
    PrintWriter out = spec.commandLine().getOut();
    results.forEach(result -> out.println(line(result)));
    boolean failed = results.stream().anyMatch(DataChecks.Result::isFailure);
    return failed ? ExitCode.CHECK_FAILED.code() : 0;
  }

  private static String line(DataChecks.Result result) {
    String verdict = result.violations() == 0 ? "ok  " : result.check().fails() ? "FAIL" : "warn";
    return "%s  %-28s %s%s"
        .formatted(
            verdict,
            result.check().table(),
            result.check().message(),
            result.violations() == 0 ? "" : " (" + result.violations() + " rows)");
  }
}
