package io.koe.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps what a process writes and takes away again: while it runs, each new file of some folders
 * gets a second name where it stays, with all that is written to it later.
 */
final class SeenFiles {
  private final Path kept;
  private final List<Path> watched;
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param kept where the files stay, on the same disk
   * @param watched folders, which may not be there yet
   */
  SeenFiles(Path kept, List<Path> watched) {
    this.kept = kept;
    this.watched = watched;
  }

  /** Looks every 20 ms until the process has ended; gives its exit code. */
  int watch(Process process) throws InterruptedException {
    while (process.isAlive()) {
      watched.forEach(this::keep);
      Thread.sleep(20);
    }
    return process.waitFor();
  }

  private void keep(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).filter(seen::add).forEach(this::link);
    } catch (IOException | UncheckedIOException e) {
      // It is going away, or not there yet.
      seen.remove(folder);
    }
  }

  private void link(Path file) {
    try {
      Files.createDirectories(kept);
      Files.createLink(kept.resolve(seen.size() + "-" + file.getFileName()), file);
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      seen.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
