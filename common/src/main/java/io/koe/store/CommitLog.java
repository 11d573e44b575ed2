package io.koe.store;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history of a warehouse: one file a commit, numbered without gaps, each written once.
 *
 * <p>A commit is made by {@code link(2)}, in HDFS by a rename that replaces nothing: both fail when
 * the number is taken, so of two runs that try the same number exactly one wins, lock or no lock.
 */
final class CommitLog {
  private static final Pattern FILE = Pattern.compile("\\d{12}\\.json");
  private static final Pattern SNAPSHOT = Pattern.compile("s(\\d{12})-[0-9a-f]{8}");

  private final Path folder;

  CommitLog(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  List<Commit> all() throws IOException {
    List<Commit> commits = new ArrayList<>();
    for (Path file : files()) {
      commits.add(Json.read(file, Commit.class));
    }
    return commits;
  }

  /** The commits that still have a snapshot, oldest first; reads no others. */
  List<Commit> withSnapshots(Path snapshots) throws IOException {
    List<Commit> commits = new ArrayList<>();
    for (Path snapshot : FileTree.children(snapshots)) {
      String name = snapshot.getFileName().toString();
      Matcher form = SNAPSHOT.matcher(name);
      if (form.matches()) {
        get(Long.parseLong(form.group(1)))
            .filter(c -> c.snapshot().equals(name))
            .ifPresent(commits::add);
      }
    }
    return commits;
  }

  Optional<Commit> newest() throws IOException {
    List<Path> files = files();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.read(files.get(files.size() - 1), Commit.class));
  }

  Optional<Commit> get(long number) throws IOException {
    Path file = file(number);
    return Files.exists(file) ? Optional.of(Json.read(file, Commit.class)) : Optional.empty();
  }

  /** Makes the commit visible; fails with {@code LOCKED} when its number is taken. */
  void put(Commit commit) throws IOException {
    Path draft = folder.resolve("." + commit.snapshot() + ".tmp");
    Files.deleteIfExists(draft);
    Disk.create(draft, Json.write(commit));
    Failpoint.hit("commit-drafted");
    try {
      nameIt(draft, file(commit.number()));
    } catch (FileAlreadyExistsException e) {
      throw lostRace(commit, e);
    } finally {
      Files.deleteIfExists(draft);
    }
    Failpoint.hit("commit-linked");
    Disk.sync(folder);
  }

  /** Fails when the name is taken: on a disk a rename would not, in HDFS there is no link. */
  private static void nameIt(Path draft, Path name) throws IOException {
    if (Storage.isLocal(name)) {
      Files.createLink(name, draft);
    } else {
      Files.move(draft, name);
    }
  }

  private KoeException lostRace(Commit commit, FileAlreadyExistsException e) {
    return new KoeException(
        ExitCode.LOCKED,
        "Another run published commit " + commit.number() + " first; this run's tables are dropped",
        file(commit.number()).toString(),
        "Run again: it will build on what the other run published.",
        e);
  }

  private List<Path> files() throws IOException {
    return FileTree.children(folder).stream()
        .filter(f -> FILE.matcher(f.getFileName().toString()).matches())
        .toList();
  }

  private Path file(long number) {
    return folder.resolve("%012d.json".formatted(number));
  }
}
