package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SideBySide;
import io.koe.night.SqlParameters;
import io.koe.sql.Place;
import io.koe.sql.TableCheck;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs the checks beside the tables' files; a failing one stops publishing. */
public final class DataChecks {
  /**
   * What a check found.
   *
   * @param violations rows it returned; 0 is good
   */
  public record Result(TableCheck check, long violations) {
    public boolean isFailure() {
      return check.fails() && violations > 0;
    }
  }

  private DataChecks() {}

  /**
   * Runs every check whose table is there, and that on small cells, side by side; results in the
   * catalogue's order. A check that reads a step between tables runs only in the run that computes
   * the step: steps aren't published. Nor is a table that an older version did not have.
   */
  public static List<Result> run(RunTables tables, Night night) {
    Map<String, TableCheck> checks = new LinkedHashMap<>();
    tables.catalog().checks().stream()
        .filter(check -> tables.isThere(check.table()) && whatItReadsIsThere(tables, check))
        .forEach(check -> checks.put(check.file(), check));
    TableCheck smallCells = SmallCells.check(tables.catalog(), tables::isThere);
    checks.put(smallCells.file(), smallCells);
    return SideBySide.results(
        List.copyOf(checks.keySet()),
        file -> new Result(checks.get(file), violations(tables, checks.get(file), night)));
  }

  private static boolean whatItReadsIsThere(RunTables tables, TableCheck check) {
    Set<String> words = new HashSet<>(Arrays.asList(check.query().split("\\W+", -1)));
    return tables.catalog().tables().stream()
        .filter(t -> t.place() == Place.INTERNAL || t.computedBySql())
        .filter(t -> words.contains(t.name()))
        .allMatch(t -> tables.isThere(t.name()));
  }

  private static long violations(RunTables tables, TableCheck check, Night night) {
    Dataset<Row> rows = tables.spark().sql(check.query(), SqlParameters.of(night));
    // Nearly always there is none, and that takes half the tasks of counting.
    return rows.isEmpty() ? 0 : rows.count();
  }

  /**
   * Fails with the whole list of failed checks, if there is any that was not accepted.
   *
   * @param acceptance gates that may fail
   */
  static void requireNoFailure(List<Result> results, Acceptance acceptance) {
    List<Result> failures =
        results.stream().filter(r -> r.isFailure() && !acceptance.covers(r.check())).toList();
    if (!failures.isEmpty()) {
      throw new KoeException(
          ExitCode.CHECK_FAILED,
          failures.stream().map(DataChecks::failure).collect(Collectors.joining("; ")),
          failures.stream()
              .map(r -> r.check().table())
              .distinct()
              .collect(Collectors.joining(", ")),
          "look at the gates in jobs/docs/RUNBOOK.md and at these files in sql/; nothing was"
              + " published");
    }
  }

  private static String failure(Result result) {
    TableCheck check = result.check();
    return "%s: %s (%d rows)"
        .formatted(String.join(", ", check.gates()), check.message(), result.violations());
  }
}
