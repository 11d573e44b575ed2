package io.koe.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
   * Hard links to the files of an older table's partitions, but of those the newer one has.
   *
   * @param replaced names of partitions that are not kept even when the newer table has none
   */
  static void keepOthers(Path older, Path newer, Set<String> replaced) {
    for (Path partition : of(older)) {
      String name = partition.getFileName().toString();
      Path target = newer.resolve(name);
      if (!replaced.contains(name) && !Files.exists(target)) {
        linkFiles(partition, target);
      }
    }
  }

  private static void linkFiles(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList()) {
        Files.createLink(to.resolve(file.getFileName().toString()), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
