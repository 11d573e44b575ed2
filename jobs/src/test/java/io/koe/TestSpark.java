package io.koe;

import io.koe.pipeline.SparkSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM: the product's own on two cores, with small data's plan. */
public final class TestSpark {
  private static final SparkSession SESSION = start();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession start() {
    try {
      // In the build's own folder, which goes with the build.
      Path spill = Files.createDirectories(Path.of("target", "spill").toAbsolutePath());
      SparkSession session = SparkSessions.start("local[2]", spill);
      session.conf().set("spark.sql.shuffle.partitions", 1);
      session.conf().set("spark.sql.adaptive.enabled", false);
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
