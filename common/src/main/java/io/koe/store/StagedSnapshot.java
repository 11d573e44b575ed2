package io.koe.store;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Commit.CommittedFile;
import io.koe.store.Commit.CommittedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of a run under way; nobody reads them until {@link #publish}. */
public final class StagedSnapshot {
  private final Warehouse warehouse;
  private final String runId;
  private final Path folder;

  StagedSnapshot(Warehouse warehouse, String runId, Path folder) {
    this.warehouse = warehouse;
    this.runId = runId;
    this.folder = folder;
  }

  public String runId() {
    return runId;
  }

  /** Tables go to {@code {shared,restricted,internal}/TABLE/}; internal ones are not published. */
  public Path folder() {
    return folder;
  }

  /**
   * Links tables from another folder of staged or published tables, but for those staged here.
   *
   * @param tables the tables wanted, by name; what the other folder doesn't have is left out
   */
  public void carryOver(Path from, Set<String> tables) {
    Disk.on(
        folder,
        () -> {
          new SnapshotFiles(folder, Optional.of(from)).carryOver(tables);
          return folder;
        });
  }

  /** Names of the tables staged so far that will be published. */
  public Set<String> tables() {
    return Disk.on(folder, () -> SnapshotFiles.tables(folder));
  }

  /**
   * Takes days that are past their time out of the staged tables, those carried over included.
   *
   * @return folders of days, relative to the snapshot
   */
  public List<Path> expire(Retention retention, LocalDate night) {
    return Disk.on(
        folder,
        () -> {
          List<Path> expired = retention.expired(folder, night);
          for (Path day : expired) {
            FileTree.delete(day);
          }
          return expired.stream().map(folder::relativize).toList();
        });
  }

  /** Throws the staged tables away. */
  public void discard() {
    Disk.on(
        folder,
        () -> {
          FileTree.delete(folder);
          return folder;
        });
  }

  /**
   * Makes all tables visible in one step.
   *
   * <ol>
   *   <li>Link the tables the run did not stage from the snapshot it was built from.
   *   <li>Drop what is not data, name files by run, make them read-only, list them with hashes, put
   *       them on the medium.
   *   <li>Move the folder to {@code snapshots/}.
   *   <li>Write the commit, unless its number is taken: <b>this is the moment of publishing</b>.
   *   <li>Move the pointers; remove old snapshots.
   * </ol>
   *
   * A process that dies before 4 has published nothing; one that dies after it has published
   * everything, and the next taker of the lock does what is left of 5.
   *
   * @throws KoeException with {@code LOCKED} when another run published the same number first, with
   *     {@code DISK} when the disk refuses
   */
  public Commit publish(Publication publication) {
    return Disk.on(warehouse.root(), () -> publishSteps(publication));
  }

  private Commit publishSteps(Publication publication) throws IOException {
    Optional<Commit> from = publication.builtFrom();
    SnapshotFiles files = new SnapshotFiles(folder, from.map(warehouse::snapshot));
    Failpoint.hit("started");
    files.carryOver(publication.comments().keySet());
    Failpoint.hit("carried-over");
    files.tidy(RunId.shortHash(runId));
    Failpoint.hit("tidied");
    Commit commit = commit(publication, tables(publication, files.seal()));
    Failpoint.hit("sealed");
    Path snapshot = warehouse.snapshot(commit);
    Files.move(folder, snapshot, StandardCopyOption.ATOMIC_MOVE);
    Failpoint.hit("snapshot-moved");
    Disk.sync(warehouse.snapshots());
    Failpoint.hit("moved");
    commitOrDrop(commit, snapshot);
    try {
      finish(commit);
    } catch (IOException e) {
      throw publishedUnfinished(commit, e);
    }
    return commit;
  }

  private void finish(Commit commit) throws IOException {
    Failpoint.hit("committed");
    new Pointers(warehouse.root()).moveToNewest(warehouse.log());
    Vacuum.run(warehouse, commit.createdAt());
    Failpoint.hit("vacuumed");
  }

  private KoeException publishedUnfinished(Commit commit, IOException e) {
    return new KoeException(
        ExitCode.DISK,
        "Published as commit " + commit.number() + ", but the disk refuses what follows it",
        warehouse.root().toString(),
        "Free space or restore access, then run again or koe snapshots recover: it goes on there.",
        e);
  }

  private void commitOrDrop(Commit commit, Path snapshot) throws IOException {
    try {
      warehouse.log().put(commit);
    } catch (KoeException lostRace) {
      Vacuum.drop(warehouse, snapshot);
      throw lostRace;
    }
  }

  private List<CommittedTable> tables(Publication publication, List<CommittedFile> files)
      throws IOException {
    Optional<Commit> from = publication.builtFrom();
    List<CommittedFile> parents =
        from.isPresent() ? SnapshotFiles.read(warehouse.snapshot(from.get())) : List.of();
    return new TableList(publication, parents).of(files);
  }

  private Commit commit(Publication publication, List<CommittedTable> tables) throws IOException {
    long newest = warehouse.log().newest().map(Commit::number).orElse(0L);
    return new Commit(
        newest + 1,
        newest,
        publication.builtFrom().map(Commit::number).orElse(0L),
        runId,
        publication.runKey(),
        publication.runDate(),
        publication.firstDate(),
        "s%012d-%s".formatted(newest + 1, RunId.shortHash(runId)),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        Sha256.hex(folder.resolve(SnapshotFiles.LIST)),
        publication.accepted(),
        tables);
  }
}
