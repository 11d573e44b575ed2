package io.koe.night;

import io.koe.sql.TableModel;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * An engine beside Spark that computes the files of {@code sql/} on this machine, of the same
 * Parquet files. It sees a table under its name once it is told where its rows are. What its memory
 * cannot hold it refuses with {@link TooLargeException}; nothing of it has happened then.
 *
 * <p>All methods may be called by several threads.
 */
public interface SqlEngine extends AutoCloseable {
  /** What is asked does not fit into the engine's memory. */
  final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** From now on the table's rows are those of the Parquet files below a folder. */
  void see(String table, Path folder);

  /** From now on the step's rows are those a query gives. */
  void give(String step, String query);

  /**
   * Runs a table's statement; until {@link #see} names its files, the engine holds its rows.
   *
   * @param parameters values by name, as {@link SqlParameters} has them
   */
  void compute(TableModel table, Map<String, Object> parameters) throws TooLargeException;

  /**
   * Writes the rows it holds of a table as Parquet files with Spark's schema in them, comments
   * included; the files of a partitioned table into hive-style folders.
   *
   * @param folder is not there yet; what is in it after a failure is of no use
   * @return the schema, the partition column included
   */
  StructType write(TableModel table, Path folder) throws TooLargeException;

  /**
   * How many rows a query of a check gives.
   *
   * @param name of the check, for an error
   */
  long count(String name, String query, Map<String, Object> parameters) throws TooLargeException;

  @Override
  void close();
}
