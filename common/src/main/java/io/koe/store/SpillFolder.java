package io.koe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process's own folder below the system's temporary one, for what does not fit into memory. It
 * goes when it is closed; what a process that was killed left of its own is cleared away by the
 * next one.
 */
public final class SpillFolder implements AutoCloseable {
  private static final String PREFIX = "koe-spill-";
  private static final String LOCK = ".lock";

  /**
   * What this process holds. POSIX frees all locks a process has on a file when it closes any of
   * its channels, so another folder made here must not open them.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private SpillFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes one that this user alone can read. */
  public static SpillFolder create() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      clear(temporary);
      Path folder = Files.createTempDirectory(temporary, PREFIX);
      HELD.add(folder);
      return new SpillFolder(folder, hold(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system frees the lock when the process dies; it has its name only once it is held. */
  private static FileChannel hold(Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve(LOCK + ".tmp"));
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(file, folder.resolve(LOCK));
    return channel;
  }

  private static void clear(Path temporary) throws IOException {
    for (Path folder : FileTree.children(temporary)) {
      if (folder.getFileName().toString().startsWith(PREFIX) && isLeft(folder)) {
        delete(folder);
      }
    }
  }

  /** Whether nobody holds it any more. */
  private static boolean isLeft(Path folder) {
    Path file = folder.resolve(LOCK);
    if (HELD.contains(folder) || !Files.isWritable(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Another process may be clearing it away, too. */
  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      FileTree.delete(path);
      lock.close();
      HELD.remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
