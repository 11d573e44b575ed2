package io.koe.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Copies of many files at once: of a small one nearly all the time is waiting for HDFS. */
final class Copies {
  private static final int AT_ONCE = 16;

  private Copies() {}

  /**
   * Makes them.
   *
   * @param originals by the paths of their copies
   */
  static void make(Map<Path, Path> originals) throws IOException {
    ExecutorService copying = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Path>> copies = new ArrayList<>();
      originals.forEach((copy, original) -> copies.add(copying.submit(() -> copy(original, copy))));
      for (Future<Path> copy : copies) {
        copy.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException refused ? refused : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      copying.shutdownNow();
    }
  }

  /** Whether a file is as large as another and was changed at the same time, as copies are. */
  static boolean isCopyOf(Path file, Path original) throws IOException {
    BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
    BasicFileAttributes originals = Files.readAttributes(original, BasicFileAttributes.class);
    return its.size() == originals.size()
        && its.lastModifiedTime().equals(originals.lastModifiedTime());
  }

  private static Path copy(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    return Files.copy(file, target);
  }
}
