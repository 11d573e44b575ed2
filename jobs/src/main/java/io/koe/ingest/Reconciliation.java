package io.koe.ingest;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts for every row of every file, counted from the rows themselves. */
final class Reconciliation {
  private static final long TOLERATED_REJECTS = 100;

  private Reconciliation() {}

  /**
   * One outcome a file. Throws with {@link ExitCode#DEFECT} when what the parser read is not what
   * was decided on.
   */
  static List<FileOutcome> outcomes(List<InputFile> files, StagedRows staged, RowCounts counts) {
    return files.stream()
        .map(file -> outcome(file, staged.summary(file), counts.of(file)))
        .toList();
  }

  private static FileOutcome outcome(InputFile file, FileSummary summary, RowCounts.Counts counts) {
    boolean isReadable = summary.fault() == null;
    FileOutcome outcome =
        new FileOutcome(
            file,
            summary.sha256(),
            isReadable ? summary.read() : 0,
            counts.accepted(),
            counts.rejected(),
            isReadable ? summary.erased() : 0,
            counts.duplicates(),
            counts.superseding(),
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

  /**
   * Throws with {@link ExitCode#CHECK_FAILED} when too large a share of a table is rejected, the
   * rows of erased people apart.
   */
  static void requireFewRejects(List<FileOutcome> outcomes, double maximumShare) {
    Map<String, long[]> tables = new TreeMap<>();
    for (FileOutcome outcome : outcomes) {
      long[] table = tables.computeIfAbsent(outcome.file().table(), t -> new long[2]);
      table[0] += outcome.rejected() - outcome.erased();
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
