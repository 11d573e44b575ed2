package io.koe.pipeline;

import io.koe.store.Commit;
import io.koe.store.Warehouse;
import io.koe.store.WarehouseLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is published in a warehouse, and the ways back: each takes the lock and leaves one whole.
 */
public final class SnapshotHistory {
  private static final double MEGABYTE = 1e6;

  private final Warehouse warehouse;

  /** Opens the history of a warehouse; fails with {@code INPUT_MISSING} when nothing is there. */
  public SnapshotHistory(Path warehouse) {
    this.warehouse = Warehouse.published(warehouse);
  }

  /** A line a commit, newest first: its number, nights, size, and whether it can be read. */
  public List<String> lines() {
    List<Commit> commits = warehouse.commits();
    List<String> lines = new ArrayList<>();
    for (int i = commits.size() - 1; i >= 0; i--) {
      Commit commit = commits.get(i);
      String state =
          i == commits.size() - 1 ? "current" : warehouse.isKept(commit) ? "kept" : "gone";
      lines.add(
          "%6d  %s to %s  %s  %,9.1f MB  %-7s  %s"
              .formatted(
                  commit.number(),
                  commit.firstDate(),
                  commit.runDate(),
                  commit.createdAt(),
                  commit.tables().stream().mapToLong(t -> t.bytes()).sum() / MEGABYTE,
                  state,
                  commit.snapshot()));
    }
    return lines;
  }

  /** Publishes an older snapshot again, as a new commit. Nights after it can be run again. */
  @SuppressWarnings("try") // The lock is held, not used.
  public List<String> rollBackTo(long number) {
    Commit newest = warehouse.newest().orElseThrow();
    String runId = RunIds.next(warehouse, newest.runDate());
    try (WarehouseLock lock = warehouse.lock(runId)) {
      Commit commit = warehouse.rollBackTo(number, runId);
      Commit old = warehouse.commit(number).orElseThrow();
      Map<String, Object> manifest = RunManifest.again(warehouse, old, runId);
      manifest.put("rolled_back_to", number);
      manifest.put("commit", commit.number());
      warehouse.run(runId).write(manifest);
      return List.of(
          "Commit %d is commit %d again: nights up to %s, snapshot %s"
              .formatted(commit.number(), number, commit.runDate(), commit.snapshot()),
          "Reports of later weeks stay as they are; koe report writes a week's again.");
    }
  }

  /** Finishes or clears away what a run that died has left; every run does so when it begins. */
  @SuppressWarnings("try") // Taking the lock recovers.
  public List<String> recover() {
    Commit newest = warehouse.newest().orElseThrow();
    try (WarehouseLock lock = warehouse.lock(RunIds.next(warehouse, newest.runDate()))) {
      return List.of(
          "Whole: commit %d, nights up to %s, snapshot %s"
              .formatted(newest.number(), newest.runDate(), newest.snapshot()));
    }
  }

  /**
   * Removes old snapshots as publishing does.
   *
   * @param isDry only say which they are
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public List<String> vacuum(boolean isDry) {
    if (isDry) {
      return lines("Would remove", warehouse.superseded().stream().map(Commit::snapshot).toList());
    }
    Commit newest = warehouse.newest().orElseThrow();
    try (WarehouseLock lock = warehouse.lock(RunIds.next(warehouse, newest.runDate()))) {
      return lines("Removed", warehouse.vacuum());
    }
  }

  private static List<String> lines(String what, List<String> snapshots) {
    List<String> lines = new ArrayList<>(snapshots.stream().map(s -> what + " " + s).toList());
    lines.add("%s %d snapshots".formatted(what, snapshots.size()));
    return lines;
  }
}
