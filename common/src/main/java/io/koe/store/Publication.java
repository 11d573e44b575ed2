package io.koe.store;

import io.koe.store.Commit.CommittedColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run says about the tables it publishes.
 *
 * @param runKey says what went in; see {@link Commit#runKey}
 * @param runDate the last night computed
 * @param firstDate the first night computed
 * @param builtFrom the commit the run started from; its tables that the run did not stage are
 *     carried over. Usually the newest; the one before it when the newest night is computed again
 * @param comments every table that may be published, with a line on what it is. A table of {@code
 *     builtFrom} that is not named here has been given up and is not carried over
 * @param rows rows of the staged tables, as far as counted
 * @param columns columns of all tables, as far as known
 * @param accepted quality gates that failed and were overridden, each with the reason
 */
public record Publication(
    String runKey,
    LocalDate runDate,
    LocalDate firstDate,
    Optional<Commit> builtFrom,
    Map<String, String> comments,
    Map<String, Long> rows,
    Map<String, List<CommittedColumn>> columns,
    Map<String, String> accepted) {

  /** One that does not say columns, and that no gate had to be overridden for. */
  public Publication(
      String runKey,
      LocalDate runDate,
      LocalDate firstDate,
      Optional<Commit> builtFrom,
      Map<String, String> comments,
      Map<String, Long> rows) {
    this(runKey, runDate, firstDate, builtFrom, comments, rows, Map.of(), Map.of());
  }
}
