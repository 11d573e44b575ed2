package io.koe.pipeline;

import io.koe.report.data.MissingColumn;
import io.koe.store.Commit;
import io.koe.store.ShellText;
import io.koe.store.Storage;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a finished run tells its user. */
final class Summary {
  private Summary() {}

  static List<String> lines(
      Warehouse warehouse, Commit commit, InputCounts counts, Reports.Written reports) {
    List<String> lines = new ArrayList<>();
    String nights =
        commit.firstDate().equals(commit.runDate())
            ? commit.runDate().toString()
            : commit.firstDate() + " to " + commit.runDate();
    lines.add("Published %s as snapshot %s".formatted(nights, commit.snapshot()));
    lines.add(
        "Input:   %,d rows read = %,d accepted + %,d rejected + %,d duplicates; %,d unreadable files"
            .formatted(
                counts.read(),
                counts.accepted(),
                counts.rejected(),
                counts.duplicates(),
                counts.unreadable()));
    counts.replayed().stream().map(Summary::replayed).forEach(lines::add);
    if (counts.erased() > 0) {
      lines.add(
          "Erased:  %,d of the rejected rows belong to people who have been erased"
              .formatted(counts.erased()));
    }
    if (counts.deletionRequests() > 0) {
      lines.add(
          "Waiting: %,d deletion requests; koe erase --requested --warehouse %s"
              .formatted(counts.deletionRequests(), ShellText.of(warehouse.root())));
    }
    counts.missing().stream().map(Summary::missing).forEach(lines::add);
    reports.missingColumns().stream().map(Summary::missing).forEach(lines::add);
    lines.add("Tables:  " + tables(warehouse));
    reports.pages().stream().reduce((a, b) -> b).ifPresent(r -> lines.add("Report:  " + r));
    lines.add("Query:   koe query --warehouse " + ShellText.of(warehouse.root()) + " \"select …\"");
    return lines;
  }

  /** HDFS has no links. */
  private static Path tables(Warehouse warehouse) {
    return Storage.isLocal(warehouse.root())
        ? warehouse.root().resolve("current")
        : warehouse.snapshot(warehouse.newest().orElseThrow());
  }

  /** What was past its time, if anything was. */
  static Optional<String> expired(Map<String, Object> manifest) {
    int days = ((Number) manifest.get("expired_days")).intValue();
    int folders = ((Number) manifest.get("expired_folders")).intValue();
    return days + folders == 0
        ? Optional.empty()
        : Optional.of(
            "Expired: %,d days of tables; with those in older snapshots and logs of runs %,d folders"
                .formatted(days, days + folders));
  }

  private static String replayed(InputCounts.ReplayedFile file) {
    return "Mended:  %s: %,d rows read = %,d accepted + %,d rejected + %,d duplicates"
        .formatted(file.name(), file.read(), file.accepted(), file.rejected(), file.duplicates());
  }

  private static String missing(InputCounts.MissingTable table) {
    return "Missing: table %s; %s"
        .formatted(
            table.name(),
            table.outputs().isEmpty()
                ? "no output needs it"
                : "off without it: " + String.join(", ", table.outputs()));
  }

  private static String missing(MissingColumn column) {
    return "Missing: column %s of %s has no value in any row; can't be told without it: %s"
        .formatted(column.column(), column.table(), column.outputs());
  }
}
