package io.koe.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One published snapshot, as written once to {@code _koe/commits/<number>.json}.
 *
 * @param number 1 for the first; the newest commit is the one with the highest number
 * @param parent the commit before it in history; 0 for the first
 * @param builtFrom the commit whose tables the run started from; 0 for none. It differs from the
 *     parent when a night is computed again
 * @param runId the run that published it
 * @param runKey says what went in: equal keys, equal outcome
 * @param runDate the last night computed, Japan time
 * @param firstDate the first night computed
 * @param snapshot name of its folder in {@code snapshots/}
 * @param createdAt when it was published
 * @param fileList SHA-256 of the snapshot's {@code files.json}, which lists and hashes its data
 *     files
 * @param accepted quality gates that failed and were overridden, each with the reason
 * @param tables what it holds, by place and name
 */
public record Commit(
    long number,
    long parent,
    long builtFrom,
    String runId,
    String runKey,
    LocalDate runDate,
    LocalDate firstDate,
    String snapshot,
    Instant createdAt,
    String fileList,
    Map<String, String> accepted,
    List<CommittedTable> tables) {

  public Commit {
    accepted = accepted == null ? Map.of() : Map.copyOf(accepted);
  }

  /**
   * A published table.
   *
   * @param place {@code shared} or {@code restricted}
   * @param comment what it is, for the views; may be empty
   * @param rows number of rows; null when the publisher did not count
   * @param files number of data files
   * @param bytes of all of them
   * @param columns in order, those of its folders last; empty when the publisher did not say
   */
  public record CommittedTable(
      String place,
      String name,
      String comment,
      Long rows,
      int files,
      long bytes,
      List<CommittedColumn> columns) {

    public CommittedTable {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }

    /** A table whose columns the publisher did not say. */
    public CommittedTable(
        String place, String name, String comment, Long rows, int files, long bytes) {
      this(place, name, comment, rows, files, bytes, List.of());
    }
  }

  /**
   * A column of a published table.
   *
   * @param type its type in Spark SQL's words, such as {@code bigint} or {@code array<string>}
   * @param comment what it is; may be empty
   * @param isFolder whether its value is the name of a folder, {@code column=value}, and in no file
   */
  public record CommittedColumn(String name, String type, String comment, boolean isFolder) {}

  /**
   * A published data file, as {@code files.json} lists it.
   *
   * @param path relative to the snapshot's folder
   * @param bytes its size
   * @param sha256 of its bytes, lower-case hex
   */
  public record CommittedFile(String path, long bytes, String sha256) {}
}
