package io.koe.night;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.TableModel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** Gate G2 where rows are written: one of them lacks a value its table requires. */
final class MissingValue {
  private static final String RAISED = "USER_RAISED_EXCEPTION";
  private static final Pattern MESSAGE = Pattern.compile("required column (\\w+) is null");

  private MissingValue() {}

  /** What the task that finds one raises. */
  static String message(String column) {
    return "required column " + column + " is null";
  }

  /**
   * The gate's failure, naming table and column; empty when writing failed for another reason. Of a
   * message of Spark's no more is repeated, since it may quote a row.
   */
  static Optional<KoeException> in(TableModel table, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher raised = MESSAGE.matcher(String.valueOf(cause.getMessage()));
      if (cause instanceof SparkThrowable spark
          && RAISED.equals(spark.getCondition())
          && raised.find()) {
        return Optional.of(
            new KoeException(
                ExitCode.CHECK_FAILED,
                "G2: a required value is missing: column " + raised.group(1),
                table.name(),
                "look at gate G2 in jobs/docs/RUNBOOK.md; nothing was published",
                failure));
      }
    }
    return Optional.empty();
  }
}
