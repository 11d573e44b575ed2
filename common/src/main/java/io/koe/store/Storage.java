package io.koe.store;

import io.koe.hdfs.HdfsProvider;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where files lie: on a disk of this machine, or in HDFS. */
public final class Storage {
  private static final Pattern OF_ANOTHER_STORE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://");

  private Storage() {}

  /**
   * A path as people write it, and as {@link Path#toString} gives it: one of {@link
   * HdfsProvider#path}, or else one of this machine.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Path path(String text) {
    if (HdfsProvider.takes(text)) {
      return HdfsProvider.path(text);
    }
    if (OF_ANOTHER_STORE.matcher(text).lookingAt()) {
      throw new IllegalArgumentException("neither a path of this machine nor of HDFS: " + text);
    }
    return Path.of(text);
  }

  /** Whether a path is one of this machine, with links, locks, and readers other than Spark. */
  public static boolean isLocal(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault());
  }
}
