package io.koe.search;

import io.koe.store.LocalCopies;
import io.koe.store.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Only those files of a snapshot's tables that an answer needs, as DuckDB reads them. */
final class SnapshotSql {
  private final Path snapshot;

  SnapshotSql(Path snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Rows of some partitions; an empty table of the given columns when they have no file.
   *
   * @param table such as {@code restricted/inquiries}
   * @param columns names and types of the columns that are read
   */
  String rows(String table, String partition, Collection<?> values, String columns) {
    List<Path> files = new ArrayList<>();
    for (Object value : values) {
      files.addAll(parquet(snapshot.resolve(table).resolve(partition + "=" + value)));
    }
    return read(files, columns);
  }

  /** Rows of a table without partitions, or of all of them. */
  String rows(String table, String columns) {
    return read(parquet(snapshot.resolve(table)), columns);
  }

  private static String read(List<Path> files, String columns) {
    if (files.isEmpty()) {
      return "(select unnest([]::struct(" + columns + ")[], recursive := true))";
    }
    return files.stream()
        .map(SqlText::of)
        .collect(
            Collectors.joining(
                ", ", "read_parquet([", "], hive_partitioning = true, union_by_name = true)"));
  }

  private static List<Path> parquet(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(LocalCopies.of(folder), 2)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
