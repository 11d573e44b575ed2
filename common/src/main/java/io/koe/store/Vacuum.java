package io.koe.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Old snapshots go: the newest 7 stay, the last of each of the newest 5 weeks, and all of the last
 * 24 hours, so that a query under way ends on the files it began with. Commits stay for ever.
 */
final class Vacuum {
  private static final int SNAPSHOTS = 7;
  private static final int WEEKS = 5;
  private static final Duration GRACE = Duration.ofHours(24);

  private Vacuum() {}

  /**
   * The numbers of the commits whose snapshots stay.
   *
   * @param commits those that still have a snapshot, oldest first
   */
  static Set<Long> kept(List<Commit> commits, Instant now) {
    Set<Long> kept = new HashSet<>();
    Set<LocalDate> weeks = new HashSet<>();
    for (int age = 0; age < commits.size(); age++) {
      Commit commit = commits.get(commits.size() - 1 - age);
      LocalDate week = commit.runDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      boolean lastOfWeek = weeks.size() < WEEKS && weeks.add(week);
      boolean young = commit.createdAt().isAfter(now.minus(GRACE));
      if (age < SNAPSHOTS || lastOfWeek || young) {
        kept.add(commit.number());
      }
    }
    return kept;
  }

  /** The commits whose snapshots are there and not kept, oldest first. */
  static List<Commit> superseded(Warehouse warehouse, Instant now) throws IOException {
    List<Commit> commits = warehouse.log().withSnapshots(warehouse.snapshots());
    Set<Long> kept = kept(commits, now);
    return commits.stream().filter(c -> !kept.contains(c.number())).toList();
  }

  /** All commits whose snapshots are there but the newest, oldest first. */
  static List<Commit> allButNewest(Warehouse warehouse) throws IOException {
    List<Commit> commits = warehouse.log().withSnapshots(warehouse.snapshots());
    return commits.subList(0, Math.max(0, commits.size() - 1));
  }

  /** Removes the snapshots of these commits; returns their names. */
  static List<String> remove(Warehouse warehouse, List<Commit> commits) throws IOException {
    List<String> gone = new ArrayList<>();
    for (Commit commit : commits) {
      drop(warehouse, warehouse.snapshot(commit));
      gone.add(commit.snapshot());
    }
    return gone;
  }

  /** Removes what is not kept; returns the names of the snapshots that went. */
  static List<String> run(Warehouse warehouse, Instant now) throws IOException {
    return remove(warehouse, superseded(warehouse, now));
  }

  /** Takes the folder away in one step first: a reader meets it whole or not at all. */
  static void drop(Warehouse warehouse, Path snapshot) throws IOException {
    Files.createDirectories(warehouse.staging());
    Path doomed = warehouse.staging().resolve("." + snapshot.getFileName());
    Files.move(snapshot, doomed, StandardCopyOption.ATOMIC_MOVE);
    Failpoint.hit("doomed");
    FileTree.delete(doomed);
  }
}
