package io.koe.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Writes that survive a power cut, and one way to say that a disk refuses. */
final class Disk {
  /** A step that reads or writes. */
  interface Step<T> {
    T run() throws IOException;
  }

  private Disk() {}

  /** Runs the step; a refusal of the disk becomes a {@link KoeException} with {@code DISK}. */
  static <T> T on(Path where, Step<T> step) {
    try {
      return step.run();
    } catch (UncheckedIOException e) {
      throw refused(where, e.getCause());
    } catch (IOException e) {
      throw refused(where, e);
    }
  }

  private static KoeException refused(Path where, IOException e) {
    String reason = e.getMessage();
    String file = where.toString();
    if (e instanceof FileSystemException failure) {
      reason = Optional.ofNullable(failure.getReason()).orElse(e.getClass().getSimpleName());
      file = Optional.ofNullable(failure.getFile()).orElse(file);
    }
    return new KoeException(
        ExitCode.DISK,
        "The disk refuses: " + reason,
        file,
        "Free space or restore access under "
            + where
            + ", then run again; readers keep one"
            + " whole night meanwhile.",
        e);
  }

  /** Puts a file's bytes or a directory's entries on the medium. */
  static void sync(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a new file and puts it on the medium; fails when it exists. */
  static void create(Path path, String text) throws IOException {
    Failpoint.hit("create");
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      Failpoint.hit("synchronise");
      channel.force(true);
    }
  }

  /** Replaces a small file in one step; readers see the old text or the new. Equal text: no-op. */
  static void replace(Path path, String text) throws IOException {
    if (Files.isRegularFile(path) && Files.readString(path).equals(text)) {
      return;
    }
    Path next = temporary(path);
    create(next, text);
    Failpoint.hit("replace");
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    sync(path.getParent());
  }

  /** Points a symbolic link elsewhere in one step. */
  static void point(Path link, Path target) throws IOException {
    if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
      return;
    }
    Path next = temporary(link);
    Files.createSymbolicLink(next, target);
    Failpoint.hit("point");
    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    sync(link.getParent());
  }

  /** Another process, of this machine or of another one, may be writing the same at this time. */
  private static Path temporary(Path path) {
    return path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Whether the name is one of a file that was being written when its process died. */
  static boolean isTemporary(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".tmp");
  }
}
