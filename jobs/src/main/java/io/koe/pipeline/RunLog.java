package io.koe.pipeline;

import io.koe.store.LocalCopies;
import io.koe.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a session's warnings go. They can only be written to a disk, so those of a warehouse in
 * HDFS get there when the run ends.
 *
 * @param local where they are written
 * @param target where they belong
 */
record RunLog(Path local, Path target) implements AutoCloseable {
  /** For a file in a folder of the run's own. */
  static RunLog of(Path target) {
    if (Storage.isLocal(target)) {
      return new RunLog(target, target);
    }
    String run = target.getParent().getFileName().toString();
    return new RunLog(LocalCopies.folder().resolve(run + ".log"), target);
  }

  @Override
  public void close() {
    if (local.equals(target) || !Files.exists(local)) {
      return;
    }
    try {
      Files.deleteIfExists(target);
      Files.copy(local, target);
    } catch (IOException e) {
      // What is published does not hang on a log of warnings.
      return;
    }
  }
}
