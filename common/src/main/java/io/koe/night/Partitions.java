package io.koe.night;

import io.koe.store.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The hive-style folders of a partitioned table. */
final class Partitions {
  private Partitions() {}

  static List<Path> of(Path table) {
    try (Stream<Path> children = Files.list(table)) {
      return children.filter(Files::isDirectory).sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Links the files of an older table's partitions, but of those the newer one has.
   *
   * @param replaced names of partitions that are not kept even when the newer table has none
   */
  static void keepOthers(Path older, Path newer, Set<String> replaced) {
    Map<Path, Path> links = new LinkedHashMap<>();
    try {
      for (Path partition : of(older)) {
        Path target = newer.resolve(name(partition));
        if (!replaced.contains(name(partition)) && !Files.exists(target)) {
          FileTree.files(partition).forEach(f -> links.put(target.resolve(name(f)), f));
        }
      }
      FileTree.link(links);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
