package io.koe.store;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Commit.CommittedColumn;
import io.koe.store.Commit.CommittedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of published snapshots, one for each run, on a POSIX disk.
 *
 * <pre>
 * snapshots/s000000000042-1a2b3c4d/{shared,restricted}/TABLE/[column=value/]part-*.parquet
 * snapshots/s000000000042-1a2b3c4d/restricted/_search/: the search index, see IndexFolder
 * snapshots/s000000000042-1a2b3c4d/files.json: these files with sizes and hashes
 * current → the newest snapshot, for reading one table; current.json says the same
 * views/{duckdb,spark,trino,bigquery}.sql: a view or external table for each, all of one snapshot
 * metrics.prom: the last run in numbers, for a textfile collector of Prometheus
 * _koe/commits/000000000042.json: the commit; a snapshot without one does not exist
 * _koe/runs/RUN/: logs and manifest of every run; _koe/staging/RUN/: a run under way; _koe/LOCK
 * </pre>
 *
 * <p>A snapshot never changes. Tables and days a run did not touch are hard links to the files of
 * the snapshot it was built from. To read several tables of one night, resolve {@code current} or
 * {@link #newest} once. All methods fail with {@code DISK} when the disk refuses.
 */
public final class Warehouse {
  private static final String UNQUOTABLE = "*?[]{}`\\\"\n\r";
  private final Path root;
  private final CommitLog log;

  private Warehouse(Path root) {
    this.root = root;
    this.log = new CommitLog(koe().resolve("commits"));
  }

  /** Opens a warehouse, making its folders when they are not there. */
  public static Warehouse open(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    if (absolute.toString().chars().anyMatch(c -> UNQUOTABLE.indexOf(c) >= 0)) {
      throw new KoeException(
          ExitCode.USAGE,
          "The warehouse's path holds a character that queries read as a pattern",
          absolute.toString(),
          "Choose a path without any of * ? [ ] { } ` \\ \"");
    }
    return Disk.on(absolute, () -> create(absolute));
  }

  private static Warehouse create(Path absolute) throws IOException {
    Files.createDirectories(absolute);
    Warehouse warehouse = new Warehouse(absolute.toRealPath());
    if (!Files.isDirectory(warehouse.koe())) {
      Files.createDirectories(warehouse.koe());
      Files.setPosixFilePermissions(warehouse.koe(), PosixFilePermissions.fromString("rwx------"));
    }
    Files.createDirectories(warehouse.log.folder());
    Files.createDirectories(warehouse.snapshots());
    return warehouse;
  }

  /**
   * Opens a warehouse to read; fails with {@code INPUT_MISSING} when nothing is published there.
   */
  public static Warehouse published(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute.resolve("_koe").resolve("commits"))) {
      throw nothingPublished(absolute);
    }
    Warehouse warehouse = new Warehouse(Disk.on(absolute, absolute::toRealPath));
    if (warehouse.newest().isEmpty()) {
      throw nothingPublished(absolute);
    }
    return warehouse;
  }

  private static KoeException nothingPublished(Path root) {
    return new KoeException(
        ExitCode.INPUT_MISSING,
        "Nothing is published in this warehouse",
        root.toString(),
        "Check the path, or publish a night first: koe run --warehouse "
            + ShellText.of(root)
            + " …");
  }

  /** The absolute path, symbolic links resolved. */
  public Path root() {
    return root;
  }

  /** Takes the lock, or fails with {@code LOCKED}; then tidies up after a run that died. */
  public WarehouseLock lock(String runId) {
    return Disk.on(
        root,
        () -> {
          WarehouseLock lock = WarehouseLock.take(koe().resolve("LOCK"), RunId.check(runId));
          try {
            Recovery.run(this);
            return lock;
          } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
          }
        });
  }

  /** The newest commit; empty before the first. */
  public Optional<Commit> newest() {
    return Disk.on(root, log::newest);
  }

  /** All commits, oldest first; the snapshots of old ones may be gone. */
  public List<Commit> commits() {
    return Disk.on(root, log::all);
  }

  public Optional<Commit> commit(long number) {
    return Disk.on(root, () -> log.get(number));
  }

  /** The folder of a commit's snapshot; it holds {@code shared/} and {@code restricted/}. */
  public Path snapshot(Commit commit) {
    return snapshots().resolve(commit.snapshot());
  }

  /** A commit's data files, by path; fails with {@code USAGE} when its snapshot is gone. */
  public List<CommittedFile> files(Commit commit) {
    if (!isKept(commit)) {
      throw notKept(commit.number());
    }
    return Disk.on(root, () -> SnapshotFiles.read(snapshot(commit)));
  }

  /** Makes an empty folder for a run's tables. The run id must be new. */
  public StagedSnapshot stage(String runId) {
    Path folder = staging().resolve(RunId.check(runId));
    return Disk.on(
        root,
        () -> {
          Files.createDirectories(staging());
          Files.createDirectory(folder);
          return new StagedSnapshot(this, runId, folder);
        });
  }

  /** Where a run leaves its log and manifest; the folder is made when first written to. */
  public RunFolder run(String runId) {
    return new RunFolder(koe().resolve("runs").resolve(RunId.check(runId)));
  }

  /** Replaces {@code metrics.prom}, what the last run tells a monitoring system, in one step. */
  public void writeMetrics(String text) {
    Path file = root.resolve("metrics.prom");
    Disk.on(
        root,
        () -> {
          Disk.replace(file, text);
          return file;
        });
  }

  /**
   * Publishes an older snapshot again, as a new commit; history stays as it was.
   *
   * @throws KoeException with {@code USAGE} when the commit or its snapshot is gone
   */
  public Commit rollBackTo(long number, String runId) {
    Commit old = commit(number).filter(this::isKept).orElseThrow(() -> notKept(number));
    Map<String, String> comments = new TreeMap<>();
    Map<String, List<CommittedColumn>> columns = new TreeMap<>();
    old.tables().forEach(t -> comments.put(t.name(), t.comment()));
    old.tables().forEach(t -> columns.put(t.name(), t.columns()));
    Publication again =
        new Publication(
            old.runKey(),
            old.runDate(),
            old.firstDate(),
            Optional.of(old),
            comments,
            Map.of(),
            columns,
            old.accepted());
    return stage(runId).publish(again);
  }

  private KoeException notKept(long number) {
    return new KoeException(
        ExitCode.USAGE,
        "Commit " + number + " has no snapshot",
        snapshots().toString(),
        "Choose a commit whose snapshot is in that folder.");
  }

  /**
   * Removes old snapshots: all but the newest 7, the last of each of the newest 5 weeks, and those
   * of the last 24 hours. Publishing does this, too.
   *
   * @return the names of the removed snapshots
   */
  public List<String> vacuum() {
    return Disk.on(root, () -> Vacuum.run(this, Instant.now()));
  }

  /** The commits whose snapshots {@link #vacuum} would remove now, oldest first. */
  public List<Commit> superseded() {
    return Disk.on(root, () -> Vacuum.superseded(this, Instant.now()));
  }

  /**
   * Removes every snapshot but the newest at once, however young: for when what they hold must be
   * gone. A query under way on one of them fails.
   *
   * @return the names of the removed snapshots
   */
  public List<String> keepNewestOnly() {
    return Disk.on(root, () -> Vacuum.remove(this, Vacuum.allButNewest(this)));
  }

  /**
   * Removes what is past its time: days of tables from all snapshots but the newest, which its run
   * has published without them, and folders of runs. A query under way on one of the days fails.
   *
   * @return how many folders went
   */
  public int expire(Retention retention, LocalDate night) {
    return Disk.on(
        root,
        () -> {
          List<Path> expired =
              new ArrayList<>(retention.expiredRuns(koe().resolve("runs"), Instant.now()));
          for (Commit old : Vacuum.allButNewest(this)) {
            expired.addAll(retention.expired(snapshot(old), night));
          }
          for (Path folder : expired) {
            FileTree.delete(folder);
          }
          return expired.size();
        });
  }

  /** Whether a commit's snapshot is there. */
  public boolean isKept(Commit commit) {
    return Files.isDirectory(snapshot(commit));
  }

  CommitLog log() {
    return log;
  }

  Path staging() {
    return koe().resolve("staging");
  }

  Path snapshots() {
    return root.resolve("snapshots");
  }

  private Path koe() {
    return root.resolve("_koe");
  }
}
