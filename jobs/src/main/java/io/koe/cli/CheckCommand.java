package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.pipeline.DataChecks;
import io.koe.pipeline.EngineCheck;
import io.koe.pipeline.Engines;
import io.koe.pipeline.Progress;
import io.koe.pipeline.PublishedChecks;
import io.koe.search.IndexCheck;
import io.koe.sql.TableCheck;
import io.koe.store.Warehouse;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code koe check}: the data checks on the newest snapshot. */
@Command(
    name = "check",
    description = {
      "Run the data checks on the newest snapshot: what its run found, found again.",
      "With --engine, compute every table of sql/ anew, all nights at once, compare it with what is"
          + " published, row by row, and run the checks on that: with duckdb by other formulas of"
          + " the statistics, with spark by the engine of a cluster, which stages its tables in the"
          + " warehouse and holds its lock.",
      "A run is checked with the settings it was made with, as its run.json says."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  /** What computes the tables again. */
  enum Engine {
    duckdb,
    spark
  }

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What computes the tables again: ${COMPLETION-CANDIDATES} (default: nothing does).")
  private Engine engine;

  @Mixin private WarehouseOption warehouse;
  @Mixin private SparkOptions spark;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean isGood = engine == null ? check() : computeAgain();
    return isGood ? 0 : ExitCode.CHECK_FAILED.code();
  }

  private boolean check() {
    PublishedChecks.Outcome outcome = runChecks();
    boolean isIndexWhole = printIndex();
    return print(outcome.night(), outcome.results()) && isIndexWhole;
  }

  private boolean printIndex() {
    Warehouse published = Warehouse.published(warehouse.path());
    IndexCheck.Outcome index = IndexCheck.of(published.snapshot(published.newest().orElseThrow()));
    if (index.days() == 0) {
      spec.commandLine()
          .getOut()
          .println("warn  search index: there is none; the next night makes it");
      return true;
    }
    boolean isWhole = index.unlike().isEmpty();
    spec.commandLine()
        .getOut()
        .printf(
            "%-4s  %-28s %,d inquiry rows of %d days of arrival%s%n",
            isWhole ? "ok" : "FAIL",
            "search index",
            index.rows(),
            index.days(),
            isWhole ? "" : "; unlike inquiry_tokens on " + index.unlike());
    return isWhole;
  }

  private PublishedChecks.Outcome runChecks() {
    try (Progress progress = new ConsoleProgress("koe check", 1, spec.commandLine().getErr())) {
      return PublishedChecks.run(
          warehouse.path(), Engines.of(spark.master(), warehouse.path()), progress);
    }
  }

  private boolean computeAgain() {
    EngineCheck.Outcome outcome = compare();
    outcome.comparisons().forEach(c -> lines(c).forEach(spec.commandLine().getOut()::println));
    long unlike = outcome.comparisons().stream().filter(c -> !c.differences().isEmpty()).count();
    spec.commandLine()
        .getOut()
        .printf(
            "%d tables of the night of %s computed by %s: %d equal, %d not%n",
            outcome.comparisons().size(),
            outcome.night(),
            engine == Engine.duckdb ? "DuckDB" : "Spark",
            outcome.comparisons().size() - unlike,
            unlike);
    return print(outcome.night(), outcome.checks()) && unlike == 0;
  }

  private EngineCheck.Outcome compare() {
    try (Progress progress =
        new ConsoleProgress("koe check", EngineCheck.STEPS, spec.commandLine().getErr())) {
      return engine == Engine.duckdb
          ? EngineCheck.byDuckDb(warehouse.path(), progress)
          : EngineCheck.bySpark(warehouse.path(), spark.master(), progress);
    }
  }

  private static List<String> lines(EngineCheck.Comparison comparison) {
    if (comparison.differences().isEmpty()) {
      return List.of("ok    %-28s %,12d rows".formatted(comparison.table(), comparison.rows()));
    }
    return comparison.differences().stream()
        .map(
            d ->
                "FAIL  %-28s %s (%,d of %,d rows; first: %s)"
                    .formatted(
                        comparison.table(), d.what(), d.rows(), comparison.rows(), d.firstKey()))
        .toList();
  }

  private boolean print(LocalDate night, List<DataChecks.Result> results) {
    PrintWriter out = spec.commandLine().getOut();
    results.forEach(result -> out.println(line(result)));
    long failed = results.stream().filter(DataChecks.Result::isFailure).count();
    long violated = results.stream().filter(r -> r.violations() > 0).count();
    out.printf(
        "%d checks on the night of %s: %d ok, %d warned, %d failed%n",
        results.size(), night, results.size() - violated, violated - failed, failed);
    return failed == 0;
  }

  /** A check's text says what is wrong or what must be, so a passed one is only named. */
  private static String line(DataChecks.Result result) {
    TableCheck check = result.check();
    String message = check.message().replaceFirst("^" + check.table() + ": ", "");
    if (result.violations() == 0) {
      return "ok    %-28s (checked, %s: %s)"
          .formatted(check.table(), String.join(", ", check.gates()), message);
    }
    return "%s  %-28s %s: %s (%d rows; see %s)"
        .formatted(
            check.fails() ? "FAIL" : "warn",
            check.table(),
            String.join(", ", check.gates()),
            message,
            result.violations(),
            check.file());
  }
}
