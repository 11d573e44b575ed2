package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SideBySide;
import io.koe.sql.Place;
import io.koe.sql.TableCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        file -> new Result(checks.get(file), tables.violations(checks.get(file), night)));
  }

  private static boolean whatItReadsIsThere(RunTables tables, TableCheck check) {
    return tables.catalog().tablesNamed(check.query()).stream()
        .map(tables.catalog()::table)
        .filter(t -> t.place() == Place.INTERNAL || t.computedBySql())
        .allMatch(t -> tables.isThere(t.name()));
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
