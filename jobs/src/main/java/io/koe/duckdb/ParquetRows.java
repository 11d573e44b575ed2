package io.koe.duckdb;

import io.koe.sql.TableModel;
import io.koe.store.FileTree;
import io.koe.store.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A table's Parquet files as DuckDB reads them for the files of {@code sql/}. */
final class ParquetRows {
  private static final String INSTANT = "TIMESTAMP WITH TIME ZONE";

  private ParquetRows() {}

  /**
   * A query of all rows below a folder, with times in Japan. It names the files, for they stay, and
   * DuckDB would list the folders for every query of a view.
   */
  static String query(DuckDb duckDb, String table, Path folder) {
    List<Path> files = files(folder);
    String rows = " from " + read(files);
    String replaced =
        duckDb.rows(table, "describe select *" + rows).stream()
            .filter(column -> column.get(1).equals(INSTANT))
            .map(
                column -> "\"%1$s\" at time zone 'Asia/Tokyo' as \"%1$s\"".formatted(column.get(0)))
            .collect(Collectors.joining(", "));
    return "select *" + (replaced.isEmpty() ? "" : " replace (" + replaced + ")") + rows;
  }

  private static List<Path> files(Path folder) {
    try {
      return FileTree.files(folder).stream()
          .filter(f -> f.toString().endsWith(".parquet"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(List<Path> files) {
    return "read_parquet(%s, hive_partitioning = true, union_by_name = true)"
        .formatted(files.stream().map(SqlText::of).collect(Collectors.joining(", ", "[", "]")));
  }

  /**
   * The same of a table Java writes: a column that came after the files were written is null, as
   * Spark reads it.
   */
  static String declared(TableModel table, String query) {
    return DuckDbSql.noRows(table) + " union all by name " + query;
  }
}
