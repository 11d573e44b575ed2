package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.hdfs.HdfsProvider;
import io.koe.night.LocalDisk;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark with the settings the results depend on, and quiet. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * Starts a session, or joins the running one.
   *
   * @param master such as {@code local[*]}, {@code spark://host:7077}, {@code yarn}
   * @param spill private folder for what does not fit into memory; encrypted
   * @throws KoeException with {@code CONFIGURATION} for a cluster without authentication and
   *     encryption, or one that does not let the session in
   */
  public static SparkSession start(String master, Path spill) {
    requirePrivacy(master, new SparkConf());
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
            // Nobody looks at them: what a page of Spark's would show of its queries.
            .config("spark.sql.ui.explainMode", "simple")
            .config("spark.sql.ui.retainedExecutions", 1)
            // Small data ends in one task and one file a table, not in one for each core.
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", false)
            .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "8m")
            // A night's queries are compiled once, not again and again: there are more than 100.
            .config("spark.sql.codegen.cache.maxEntries", 5_000)
            // A table's statement is analysed once, not again where its view is read.
            .config("spark.sql.legacy.storeAnalyzedPlanForView", true)
            // A table's days are listed at once; a Spark job for it costs more.
            .config("spark.sql.sources.parallelPartitionDiscovery.threshold", 100_000)
            // A night's rows go to few days and weeks and are not sorted by them first.
            .config("spark.sql.maxConcurrentOutputFileWriters", 4)
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.io.compression.codec", "zstd")
            // Customers' words, masked or not, stay on this machine and out of sight.
            .config("spark.io.encryption.enabled", true)
            .config("spark.eventLog.enabled", false)
            .config("spark.local.dir", spill.toString())
            .config("spark.sql.warehouse.dir", spill.resolve("unused").toString());
    HdfsProvider.SETTINGS.forEach((name, value) -> builder.config("spark.hadoop." + name, value));
    if (isLocal(master)) {
      builder
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          // By the heap's size it would be 64 MB for each sort and each group, however small.
          .config("spark.buffer.pageSize", "2m")
          .config("spark.sql.shuffle.partitions", 2L * Runtime.getRuntime().availableProcessors());
    }
    if (!isLocal(master)) {
      return onCluster(master, builder);
    }
    SparkSession session = builder.getOrCreate();
    HadoopDefaults.leaveOut(session.sparkContext().hadoopConfiguration());
    return session;
  }

  /**
   * A master that refuses the session stops it some time after it was made; a task that has run
   * tells that it did not.
   */
  private static SparkSession onCluster(String master, SparkSession.Builder builder) {
    builder
        // A page without a password, on all interfaces, unless it is asked for.
        .config("spark.ui.enabled", new SparkConf().getBoolean("spark.ui.enabled", false))
        .config("spark.executor.syncLogLevel.enabled", true);
    try {
      SparkSession session = builder.getOrCreate();
      session.range(1).count();
      // What a task fails of is told to the driver, not to a file of each node: it could be a row.
      session.sparkContext().setLogLevel("FATAL");
      return session;
    } catch (Exception e) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "Spark could not be started on this cluster",
          "--master " + master,
          "Check the master's address, that it runs, and that spark.authenticate.secret is the"
              + " master's; --stacktrace shows what Spark says",
          e);
    }
  }

  static boolean isLocal(String master) {
    return master.startsWith("local");
  }

  /** What goes between the processes of a cluster is masked, but of single people. */
  static void requirePrivacy(String master, SparkConf settings) {
    boolean isPrivate =
        settings.getBoolean("spark.authenticate", false)
            && settings.getBoolean("spark.network.crypto.enabled", false);
    if (!isLocal(master) && !isPrivate) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "Spark's processes on this cluster neither authenticate nor encrypt",
          "--master " + master,
          "Set spark.authenticate, its secret and spark.network.crypto.enabled to true"
              + " (spark-submit --properties-file), or run on this machine: --master local[*]");
    }
  }
}
