package io.koe.pipeline;

import io.koe.night.LocalDisk;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Starts Spark with the settings the results depend on, and quiet. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * Starts a session, or joins the running one.
   *
   * @param master such as {@code local[*]}, {@code spark://host:7077}, {@code yarn}
   * @param spill private folder for what does not fit into memory; encrypted
   */
  public static SparkSession start(String master, Path spill) {
    MissedClasses.remember(Thread.currentThread());
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("koe")
            .master(master)
            // What a day and a week are.
            .config("spark.sql.session.timeZone", "Asia/Tokyo")
            // Wrong arithmetic and lost input fail instead of giving null.
            .config("spark.sql.ansi.enabled", true)
            .config("spark.sql.files.ignoreCorruptFiles", false)
            .config("spark.sql.files.ignoreMissingFiles", false)
            .config("spark.speculation", false)
            .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", 1)
            .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
            .config("spark.hadoop.fs.file.impl", LocalDisk.class.getName())
            // Small data ends in one task and one file a table, not in one for each core.
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", false)
            .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "8m")
            // A night's queries are compiled once, not again and again: there are more than 100.
            .config("spark.sql.codegen.cache.maxEntries", 5_000)
            // A table's statement is analysed once, not again where its view is read.
            .config("spark.sql.legacy.storeAnalyzedPlanForView", true)
            // A table's days are listed at once; a Spark job for it costs more.
            .config("spark.sql.sources.parallelPartitionDiscovery.threshold", 100_000)
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.io.compression.codec", "zstd")
            // Customers' words, masked or not, stay on this machine and out of sight.
            .config("spark.io.encryption.enabled", true)
            .config("spark.eventLog.enabled", false)
            .config("spark.local.dir", spill.toString())
            .config("spark.sql.warehouse.dir", spill.resolve("unused").toString());
    if (master.startsWith("local")) {
      builder
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2L * Runtime.getRuntime().availableProcessors());
    }
    return builder.getOrCreate();
  }
}
