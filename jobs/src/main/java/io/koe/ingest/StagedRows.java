package io.koe.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Tuple2;

/**
 * Every row of the run's files, parsed and protected once and kept for the length of the stage:
 * packed, because a table's columns are of use only where the table is written.
 */
final class StagedRows implements AutoCloseable {
  private final List<InputFile> files;
  private final List<List<FileSlice>> tasks;
  private final JavaRDD<RowBlock> blocks;
  private final Map<Integer, FileSummary> summaries = new TreeMap<>();

  private StagedRows(List<InputFile> files, List<List<FileSlice>> tasks, JavaRDD<RowBlock> blocks) {
    this.files = files;
    this.tasks = tasks;
    this.blocks = blocks.persist(StorageLevel.MEMORY_AND_DISK());
    files.forEach(f -> summaries.put(f.number(), new FileSummary()));
    this.blocks
        .filter(block -> block.summary() != null)
        .mapToPair(block -> new Tuple2<>(block.file().number(), block.summary()))
        .collect()
        .forEach(slice -> summaries.get(slice._1()).add(slice._2()));
  }

  static StagedRows parse(
      SparkSession spark, List<InputFile> files, PrivacySource privacy, int latenessDays) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<FileSlice>> tasks = FileSlice.tasks(files, 2 * context.defaultParallelism());
    JavaRDD<RowBlock> blocks =
        context
            .parallelize(numbered(tasks), Math.max(1, tasks.size()))
            .flatMap(t -> new SliceBlocks(t.number(), t.slices(), privacy.open(), latenessDays));
    return new StagedRows(files, tasks, blocks);
  }

  private record Task(int number, List<FileSlice> slices) implements Serializable {}

  private static List<Task> numbered(List<List<FileSlice>> tasks) {
    return IntStream.range(0, tasks.size()).mapToObj(i -> new Task(i, tasks.get(i))).toList();
  }

  FileSummary summary(InputFile file) {
    return summaries.get(file.number());
  }

  /** The ledger's hashes of inquiries that erased people have opened. */
  Set<String> erasedInquiries() {
    return summaries.values().stream()
        .flatMap(summary -> summary.erasedInquiries().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rows of files that could be read, good or not. */
  long count() {
    return files.stream()
        .map(this::summary)
        .filter(s -> s.fault() == null)
        .mapToLong(FileSummary::read)
        .sum();
  }

  /** The tables such rows are of. */
  List<TableContract> tables() {
    return InputContract.tables().stream()
        .filter(t -> files.stream().anyMatch(f -> f.table().equals(t.name()) && isGiving(f)))
        .toList();
  }

  private boolean isGiving(InputFile file) {
    return summary(file).fault() == null && summary(file).read() > 0;
  }

  /** How many tasks the rows are spread over, at least 1. */
  int tasks() {
    return Math.max(1, tasks.size());
  }

  /** The blocks of files that could be read, by task. */
  JavaRDD<RowBlock> blocks() {
    Set<Integer> unreadable =
        files.stream()
            .filter(f -> summary(f).fault() != null)
            .map(InputFile::number)
            .collect(Collectors.toSet());
    return blocks.filter(block -> !unreadable.contains(block.file().number()));
  }

  /** Only those tasks of {@code rows}, which are spread like the blocks, that hold the tables. */
  <T> JavaRDD<T> ofTables(JavaRDD<T> rows, Set<String> tables) {
    Set<Integer> numbers =
        IntStream.range(0, tasks.size())
            .filter(i -> tasks.get(i).stream().anyMatch(s -> tables.contains(s.file().table())))
            .boxed()
            .collect(Collectors.toSet());
    Function1<Object, Object> holds = (Function1<Object, Object> & Serializable) numbers::contains;
    return PartitionPruningRDD.create(rows.rdd(), holds).toJavaRDD();
  }

  @Override
  public void close() {
    blocks.unpersist();
  }
}
