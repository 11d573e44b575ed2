package io.koe;

import io.koe.night.LocalDisk;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM: two cores, no UI, Japan time, small data's plan. */
public final class TestSpark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("koe-tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.adaptive.enabled", false)
          .config("spark.sql.codegen.cache.maxEntries", 5_000)
          .config("spark.sql.session.timeZone", "Asia/Tokyo")
          .config("spark.hadoop.fs.file.impl", LocalDisk.class.getName())
          .config("spark.io.compression.codec", "zstd")
          .config("spark.sql.sources.parallelPartitionDiscovery.threshold", 10000)
          .getOrCreate();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }
}
