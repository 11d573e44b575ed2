package io.koe.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Every row of the run's files, parsed and protected once and kept for the length of the stage; its
 * shape is {@link StagedColumns#schema}.
 */
final class StagedRows implements AutoCloseable {
  private final Dataset<Row> all;
  private final Map<Integer, FileSummary> summaries = new TreeMap<>();

  private StagedRows(Dataset<Row> all) {
    this.all = all;
  }

  static StagedRows parse(
      SparkSession spark, List<InputFile> files, PrivacySource privacy, int latenessDays) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<FileSlice>> tasks = FileSlice.tasks(files, 2 * context.defaultParallelism());
    JavaRDD<Row> rows =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .flatMap(parser(privacy, latenessDays));
    StagedRows staged =
        new StagedRows(
            spark
                .createDataFrame(rows, StagedColumns.schema())
                .persist(StorageLevel.MEMORY_AND_DISK()));
    staged.collectSummaries(files);
    return staged;
  }

  /** Opens files one after another, each when its turn comes. */
  private static FlatMapFunction<List<FileSlice>, Row> parser(
      PrivacySource source, int latenessDays) {
    return slices -> {
      TextPrivacy privacy = source.open();
      return new Iterator<>() {
        private final Iterator<FileSlice> left = slices.iterator();
        private SliceRows rows;

        @Override
        public boolean hasNext() {
          return (rows != null && rows.hasNext()) || left.hasNext();
        }

        @Override
        public Row next() {
          if (rows == null || !rows.hasNext()) {
            FileSlice slice = left.next();
            TableContract table = InputContract.table(slice.file().table());
            rows = new SliceRows(slice, table, privacy, latenessDays);
          }
          return rows.next();
        }
      };
    };
  }

  private void collectSummaries(List<InputFile> files) {
    files.forEach(f -> summaries.put(f.number(), new FileSummary()));
    for (Row row :
        all.where(col("summary").isNotNull()).select("file_number", "summary").collectAsList()) {
      summaries.get(row.getInt(0)).add(row.getStruct(1));
    }
  }

  /** By the file's number. */
  FileSummary summary(InputFile file) {
    return summaries.get(file.number());
  }

  /** The rows of files that could be read, good or not. */
  Dataset<Row> readable() {
    List<Integer> unreadable = new ArrayList<>();
    summaries.forEach(
        (number, summary) -> {
          if (summary.fault() != null) {
            unreadable.add(number);
          }
        });
    Dataset<Row> records = all.where(col("summary").isNull());
    return unreadable.isEmpty()
        ? records
        : records.where(not(col("file_number").isin(unreadable.toArray())));
  }

  /** The rows that each alone keep the contract. */
  Dataset<Row> candidates() {
    return readable().where(col("reason").isNull());
  }

  @Override
  public void close() {
    all.unpersist();
  }
}
