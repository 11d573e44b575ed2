package io.koe.pipeline;

import io.koe.store.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * How a run's joins and groups spread their rows. Most of a small run's time goes into planning and
 * compiling its queries, so small data takes one task and one plan a query, and other tables take
 * the other cores; larger data is planned again after each step, once the step's size is known. The
 * rows are the same either way.
 */
enum ShufflePlan {
  ONE_TASK,
  ADAPTIVE;

  private static final long SMALL_BYTES = 128L << 20;

  /** With the history: each query reads little of it. */
  private static final long SMALL_BYTES_IN_ALL = 256L << 20;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String SPARK_DEFAULT = "200";

  /** A drop's compressed text is about this much smaller than the tables it becomes. */
  private static final long DROP_FACTOR = 5;

  /**
   * The plan that fits a run.
   *
   * @param drop the drop's folder
   * @param mended a drop whose files of any night may be read too
   * @param parent the snapshot the run builds on
   */
  static ShufflePlan of(Path drop, Optional<Path> mended, NightRange range, Optional<Path> parent) {
    long night =
        DROP_FACTOR * (bytes(drop, nights(range)) + mended.map(m -> bytes(m, Set.of())).orElse(0L));
    long history = parent.map(p -> bytes(p.resolve("restricted"), Set.of())).orElse(0L);
    return night <= SMALL_BYTES && night + history <= SMALL_BYTES_IN_ALL ? ONE_TASK : ADAPTIVE;
  }

  private static Set<String> nights(NightRange range) {
    return range
        .first()
        .datesUntil(range.last().plusDays(1))
        .map(LocalDate::toString)
        .collect(Collectors.toSet());
  }

  /** Of the files below, but not those of other nights than these, if any are given. */
  private static long bytes(Path folder, Set<String> nights) {
    try {
      return FileTree.bytes(FileTree.files(folder).stream().filter(f -> isOf(f, nights)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOf(Path file, Set<String> nights) {
    String day = file.getParent().getFileName().toString();
    return nights.isEmpty() || !day.startsWith("dt=") || nights.contains(day.substring(3));
  }

  /** Sets it for the session's next queries. */
  void apply(SparkSession spark) {
    spark.conf().set("spark.sql.adaptive.enabled", this == ADAPTIVE);
    spark.conf().set(PARTITIONS, this == ADAPTIVE ? configuredPartitions(spark) : "1");
  }

  private static String configuredPartitions(SparkSession spark) {
    return spark.sparkContext().getConf().get(PARTITIONS, SPARK_DEFAULT);
  }
}
