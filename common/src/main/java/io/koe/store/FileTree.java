package io.koe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whole folders: what is in them, linking them, deleting them. Symbolic links are not followed. */
public final class FileTree {
  private FileTree() {}

  /** The folder's direct children, by name; none when there is no such folder. */
  static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** All regular files below, by path. */
  public static List<Path> files(Path folder) throws IOException {
    return below(folder, Files::isRegularFile, Comparator.naturalOrder());
  }

  /** The folder and all folders below, children before parents. */
  static List<Path> folders(Path folder) throws IOException {
    return below(folder, Files::isDirectory, Comparator.reverseOrder());
  }

  private static List<Path> below(Path folder, Predicate<Path> wanted, Comparator<Path> order)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(wanted).sorted(order).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** How large files are together. */
  public static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Links every file below a folder to the same relative path below another. */
  public static void link(Path from, Path to) throws IOException {
    Map<Path, Path> links = new LinkedHashMap<>();
    for (Path file : files(from)) {
      links.put(to.resolve(from.relativize(file).toString()), file);
    }
    link(links);
  }

  /**
   * Makes hard links, or in HDFS, which has none, copies that keep the time of change.
   *
   * @param links the files there are, by the paths they get beside their own
   */
  public static void link(Map<Path, Path> links) throws IOException {
    if (!links.keySet().stream().allMatch(Storage::isLocal)) {
      Copies.make(links);
      return;
    }
    for (Map.Entry<Path, Path> link : links.entrySet()) {
      Files.createDirectories(link.getKey().getParent());
      Failpoint.hit("link");
      Files.createLink(link.getKey(), link.getValue());
    }
  }

  /** Whether {@link #link} has made one file of the other. False when one is not there. */
  public static boolean isLinkOf(Path file, Path original) throws IOException {
    try {
      return Storage.isLocal(file)
          ? Files.isSameFile(file, original)
          : Copies.isCopyOf(file, original);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Deletes a file or a folder with all it holds; nothing when it is not there. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Failpoint.hit("delete");
        Files.deleteIfExists(each);
      }
    }
  }
}
