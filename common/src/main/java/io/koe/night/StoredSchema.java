package io.koe.night;

import io.koe.store.ParquetInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The schema, comments included, that Spark left in a table's newest Parquet file. Spark's own
 * inference gives the same and starts a job for it.
 */
public final class StoredSchema {
  /** Where in a file's footer Spark looks for it, as JSON. */
  public static final String KEY = "org.apache.spark.sql.parquet.row.metadata";

  /** Without Hadoop's files of settings, which would be read again for each table. */
  private static final ParquetReadOptions OPTIONS =
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

  private StoredSchema() {}

  /**
   * Reads one footer.
   *
   * @param partition the partition column; all of them are dates
   */
  static StructType of(Path table, Optional<String> partition) {
    StructType stored = stored(newestFile(table));
    return partition
        .filter(column -> stored.getFieldIndex(column).isEmpty())
        .map(column -> stored.add(column, DataTypes.DateType))
        .orElse(stored);
  }

  private static StructType stored(Path file) {
    try (ParquetFileReader reader = ParquetFileReader.open(ParquetInput.of(file), OPTIONS)) {
      String json = reader.getFooter().getFileMetaData().getKeyValueMetaData().get(KEY);
      return (StructType) DataType.fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newestFile(Path table) {
    try {
      return newestBelow(table)
          .orElseThrow(() -> new IllegalStateException("no data file in " + table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the last folder that has one; those before it are not looked into. */
  private static Optional<Path> newestBelow(Path folder) throws IOException {
    for (Path child : childrenFromLast(folder)) {
      if (child.toString().endsWith(".parquet")) {
        return Optional.of(child);
      }
      Optional<Path> below = Files.isDirectory(child) ? newestBelow(child) : Optional.empty();
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private static List<Path> childrenFromLast(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
