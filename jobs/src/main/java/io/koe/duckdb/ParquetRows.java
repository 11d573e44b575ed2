package io.koe.duckdb;

import io.koe.sql.TableModel;
import io.koe.store.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A table's Parquet files as DuckDB reads them for the files of {@code sql/}. */
final class ParquetRows {
  private static final String INSTANT = "TIMESTAMP WITH TIME ZONE";

  private ParquetRows() {}

  /** A query of all rows below a folder, with times in Japan. */
  static String query(DuckDb duckDb, String table, Path folder) {
    String rows = " from " + rows(folder);
    String replaced =
        duckDb.rows(table, "describe select *" + rows).stream()
            .filter(column -> column.get(1).equals(INSTANT))
            .map(
                column -> "\"%1$s\" at time zone 'Asia/Tokyo' as \"%1$s\"".formatted(column.get(0)))
            .collect(Collectors.joining(", "));
    return "select *" + (replaced.isEmpty() ? "" : " replace (" + replaced + ")") + rows;
  }

  private static String rows(Path folder) {
    try {
      return Views.duckDbRows(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same of a table Java writes: a column that came after the files were written is null, as
   * Spark reads it.
   */
  static String declared(TableModel table, String query) {
    return DuckDbSql.noRows(table) + " union all by name " + query;
  }
}
