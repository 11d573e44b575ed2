package io.koe.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Accounts for every row of every file, counted from the rows themselves. */
final class Reconciliation {
  private static final long TOLERATED_REJECTS = 100;

  private Reconciliation() {}

  /**
   * One outcome a file. Throws with {@link ExitCode#DEFECT} when what the parser read is not what
   * was decided on.
   *
   * @param superseding accepted rows that replace an earlier night's, by {@code file_number}
   */
  static List<FileOutcome> outcomes(
      List<InputFile> files, StagedRows staged, Dataset<Row> decisions, Dataset<Row> superseding) {
    Map<Integer, Row> counts = byFile(counts(staged, decisions));
    Map<Integer, Row> superseded = byFile(superseding.groupBy("file_number").count());
    return files.stream()
        .map(
            file ->
                outcome(
                    file,
                    staged.summary(file),
                    counts.get(file.number()),
                    superseded.get(file.number())))
        .toList();
  }

  private static Dataset<Row> counts(StagedRows staged, Dataset<Row> decisions) {
    Column isDuplicate = col("decision").equalTo(Decisions.DUPLICATE);
    Column fault = coalesce(col("reason"), col("decision"));
    return staged
        .readable()
        .select("file_number", "row_number", "reason")
        .join(decisions, Decisions.position(), "left")
        .groupBy("file_number")
        .agg(
            count(lit(1)).as("rows_read"),
            count_if(fault.isNull()).as("accepted"),
            count_if(fault.isNotNull().and(coalesce(isDuplicate, lit(false)).equalTo(false)))
                .as("rejected"),
            count_if(isDuplicate).as("duplicates"));
  }

  private static Map<Integer, Row> byFile(Dataset<Row> rows) {
    Map<Integer, Row> byFile = new HashMap<>();
    rows.collectAsList().forEach(r -> byFile.put(r.getInt(0), r));
    return byFile;
  }

  private static FileOutcome outcome(
      InputFile file, FileSummary summary, Row counts, Row superseded) {
    boolean isReadable = summary.fault() == null;
    FileOutcome outcome =
        new FileOutcome(
            file,
            summary.sha256(),
            isReadable ? summary.read() : 0,
            counts == null ? 0 : counts.getLong(2),
            counts == null ? 0 : counts.getLong(3),
            counts == null ? 0 : counts.getLong(4),
            superseded == null ? 0 : superseded.getLong(1),
            isReadable ? summary.blank() : 0,
            isReadable ? 0 : summary.read(),
            summary.unknownColumns(),
            summary.fault());
    long decided = outcome.accepted() + outcome.rejected() + outcome.duplicates();
    if (decided != outcome.read()) {
      throw new KoeException(
          ExitCode.DEFECT,
          outcome.read() + " rows were read and " + decided + " accounted for.",
          file.name(),
          "Don't change files while they are read; if nobody did, report the defect.");
    }
    return outcome;
  }

  /** Throws with {@link ExitCode#CHECK_FAILED} when too large a share of a table is rejected. */
  static void requireFewRejects(List<FileOutcome> outcomes, double maximumShare) {
    Map<String, long[]> tables = new TreeMap<>();
    for (FileOutcome outcome : outcomes) {
      long[] table = tables.computeIfAbsent(outcome.file().table(), t -> new long[2]);
      table[0] += outcome.rejected();
      table[1] += outcome.read();
    }
    tables.forEach(
        (table, counts) -> {
          if (counts[0] > TOLERATED_REJECTS && counts[0] > maximumShare * counts[1]) {
            throw new KoeException(
                ExitCode.CHECK_FAILED,
                counts[0] + " of " + counts[1] + " rows are rejected.",
                table,
                "Have the drop delivered again, or allow a larger share of rejected rows.");
          }
        });
  }
}
