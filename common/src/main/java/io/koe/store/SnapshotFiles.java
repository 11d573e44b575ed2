package io.koe.store;

import io.koe.store.Commit.CommittedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Turns a staged folder into the files of a snapshot: whole, plainly named, read-only, listed, and
 * on the medium.
 */
final class SnapshotFiles {
  static final String LIST = "files.json";
  static final List<String> PLACES = List.of("restricted", "shared");
  private static final Pattern PUBLISHED = Pattern.compile("part-[0-9a-f]{8}-\\d{5}\\.parquet");
  private static final Set<PosixFilePermission> READ_ONLY =
      PosixFilePermissions.fromString("r--r-----");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-x---");

  private final Path folder;
  private final Optional<Path> parent;

  /**
   * @param folder the staged tables
   * @param parent the snapshot they were built from
   */
  SnapshotFiles(Path folder, Optional<Path> parent) {
    this.folder = folder;
    this.parent = parent;
  }

  /** Links the parent's tables that were not staged, as far as they are still wanted. */
  void carryOver(Set<String> wanted) throws IOException {
    if (parent.isEmpty()) {
      return;
    }
    for (String place : PLACES) {
      for (Path table : FileTree.children(parent.get().resolve(place))) {
        String name = table.getFileName().toString();
        if ((wanted.contains(name) || name.equals(IndexFolder.NAME)) && !isStaged(name)) {
          FileTree.link(table, folder.resolve(place).resolve(name));
        }
      }
    }
  }

  /** Names of the published tables in a folder of staged tables. */
  static Set<String> tables(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String place : PLACES) {
      for (Path table : FileTree.children(folder.resolve(place))) {
        names.add(table.getFileName().toString());
      }
    }
    return names;
  }

  boolean isStaged(String table) {
    return PLACES.stream().anyMatch(p -> Files.isDirectory(folder.resolve(p).resolve(table)));
  }

  /**
   * Leaves nothing but data files and the search index, those of this run as {@code
   * part-<run8>-<nnnnn>.parquet} in the order of the names the writer gave, and makes them
   * read-only.
   */
  void tidy(String run8) throws IOException {
    for (Path child : FileTree.children(folder)) {
      if (!PLACES.contains(child.getFileName().toString())) {
        FileTree.delete(child);
      }
    }
    dropDrafts();
    for (Path each : FileTree.folders(folder)) {
      tidyFolder(each, run8);
    }
  }

  /** What a task that failed left of the search index. */
  private void dropDrafts() throws IOException {
    for (Path child : FileTree.children(IndexFolder.of(folder))) {
      if (child.getFileName().toString().startsWith(".")) {
        FileTree.delete(child);
      }
    }
  }

  private void tidyFolder(Path each, String run8) throws IOException {
    int number = 0;
    for (Path file : FileTree.children(each)) {
      String name = file.getFileName().toString();
      if (IndexFolder.holds(folder.relativize(file))) {
        if (Files.isRegularFile(file)) {
          Files.setPosixFilePermissions(file, READ_ONLY);
        }
      } else if (Files.isRegularFile(file)
          && (!name.endsWith(".parquet") || name.startsWith("."))) {
        Files.delete(file);
      } else if (Files.isRegularFile(file) && !PUBLISHED.matcher(name).matches()) {
        Files.setPosixFilePermissions(file, READ_ONLY);
        Failpoint.hit("rename");
        Files.move(file, each.resolve("part-%s-%05d.parquet".formatted(run8, number++)));
      }
    }
    if (FileTree.children(each).isEmpty() && !each.equals(folder)) {
      Files.delete(each);
    } else {
      Files.setPosixFilePermissions(each, FOLDER);
    }
  }

  /**
   * Lists the data files in {@code files.json} and puts all that is new on the medium. Files that
   * are the parent's keep its hashes.
   *
   * @return all data files, by path
   */
  List<CommittedFile> seal() throws IOException {
    Map<String, CommittedFile> known = new HashMap<>();
    if (parent.isPresent()) {
      read(parent.get()).forEach(f -> known.put(f.path(), f));
    }
    List<CommittedFile> files =
        FileTree.files(folder).parallelStream().map(f -> seal(f, known)).toList();
    Path list = folder.resolve(LIST);
    Disk.create(list, Json.write(files));
    Files.setPosixFilePermissions(list, READ_ONLY);
    FileTree.folders(folder).parallelStream().forEach(Disk::sync);
    return files;
  }

  /** The data files a snapshot lists. */
  static List<CommittedFile> read(Path snapshot) throws IOException {
    return List.of(Json.read(snapshot.resolve(LIST), CommittedFile[].class));
  }

  private CommittedFile seal(Path file, Map<String, CommittedFile> known) {
    try {
      String path = folder.relativize(file).toString();
      long bytes = Files.size(file);
      CommittedFile old = known.get(path);
      if (old != null
          && old.bytes() == bytes
          && FileTree.isLinkOf(file, parent.orElseThrow().resolve(path))) {
        return old;
      }
      Disk.sync(file);
      return new CommittedFile(path, bytes, Sha256.hex(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
