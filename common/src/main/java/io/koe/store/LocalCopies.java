package io.koe.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Published files of HDFS on this machine's disk, for DuckDB, which reads no other: in a folder for
 * temporary files that this user alone can read and that goes when the process ends. Such files
 * never change, so each is copied once.
 */
public final class LocalCopies {
  private static final Map<Path, Path> COPIES = new HashMap<>();

  /** Made by the first copy. */
  private static Optional<SpillFolder> folder = Optional.empty();

  private LocalCopies() {}

  /**
   * A folder of this machine with the same files below; itself when it is one of this machine.
   *
   * @param original one whose files are whole
   */
  public static Path of(Path original) throws IOException {
    return Storage.isLocal(original) ? original : copy(original);
  }

  private static synchronized Path copy(Path original) throws IOException {
    Path known = COPIES.get(original);
    if (known != null) {
      return known;
    }
    Path copy = folder().resolve(Integer.toString(COPIES.size()));
    Files.createDirectories(copy);
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path file : FileTree.files(original)) {
      files.put(copy.resolve(original.relativize(file).toString()), file);
    }
    Copies.make(files);
    COPIES.put(original, copy);
    return copy;
  }

  /** Where all of them are. */
  public static synchronized Path folder() {
    if (folder.isEmpty()) {
      SpillFolder made = SpillFolder.create();
      Runtime.getRuntime().addShutdownHook(new Thread(made::close));
      folder = Optional.of(made);
    }
    return folder.get().path();
  }
}
