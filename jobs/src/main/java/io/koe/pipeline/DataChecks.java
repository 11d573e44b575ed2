package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SideBySide;
import io.koe.night.SqlParameters;
import io.koe.sql.Place;
import io.koe.sql.TableCheck;
import io.koe.sql.TableModel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
   * Runs every check whose table is there, side by side; results in the catalogue's order. A check
   * that reads a step between tables runs only in the run that computes the step: steps aren't
   * published. Nor is a table that an older version did not have.
   */
  public static List<Result> run(RunTables tables, Night night) {
    List<String> guarded =
        tables.catalog().tables().stream()
            .map(TableModel::name)
            .filter(name -> tables.isThere(name) && canRun(tables, name))
            .toList();
    return SideBySide.results(
        guarded,
        name -> {
          TableCheck check = tables.catalog().check(name).orElseThrow();
          return new Result(check, violations(tables, check, night));
        });
  }

  private static boolean canRun(RunTables tables, String table) {
    return tables
        .catalog()
        .check(table)
        .filter(check -> whatItReadsIsThere(tables, check))
        .isPresent();
  }

  private static boolean whatItReadsIsThere(RunTables tables, TableCheck check) {
    Set<String> words = new HashSet<>(Arrays.asList(check.query().split("\\W+", -1)));
    return tables.catalog().tables().stream()
        .filter(t -> t.place() == Place.INTERNAL || t.computedBySql())
        .filter(t -> words.contains(t.name()))
        .allMatch(t -> tables.isThere(t.name()));
  }

  private static long violations(RunTables tables, TableCheck check, Night night) {
    return tables.spark().sql(check.query(), SqlParameters.of(night)).count();
  }

  /** Fails with the whole list of failed checks, if there is any. */
  public static void requireNoFailure(List<Result> results) {
    List<Result> failures = results.stream().filter(Result::isFailure).toList();
    if (!failures.isEmpty()) {
      throw new KoeException(
          ExitCode.CHECK_FAILED,
          failures.stream()
              .map(r -> r.check().message() + " (" + r.violations() + " rows)")
              .collect(Collectors.joining("; ")),
          failures.stream().map(r -> r.check().table()).collect(Collectors.joining(", ")),
          "look at the check files of these tables in sql/; nothing was published");
    }
  }
}
