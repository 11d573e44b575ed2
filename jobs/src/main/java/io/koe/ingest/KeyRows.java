package io.koe.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What decisions look at of the run's rows and of earlier nights': where a row is and its key, and
 * of a row with an inquiry the inquiry and the time. Rows that are rejected alone are not among
 * them, nor those of other tables whose key no other row has.
 */
final class KeyRows {
  /**
   * Dates are days since 1970, times microseconds. {@code may_repeat}: another row may have the
   * key. {@code is_replay}: the row is of a mended file. Of an earlier night's row {@code task},
   * {@code file_number} and {@code row_number} are null.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("table_name", DataTypes.StringType)
          .add("row_key", DataTypes.StringType)
          .add("arrival_date", DataTypes.IntegerType)
          .add("task", DataTypes.IntegerType)
          .add("file_number", DataTypes.IntegerType)
          .add("row_number", DataTypes.LongType)
          .add("inquiry_id", DataTypes.StringType)
          .add("happened_at", DataTypes.LongType)
          .add("may_repeat", DataTypes.BooleanType)
          .add("is_replay", DataTypes.BooleanType);

  /** Of adding up sketches: a large run's are 64 MB, and few of them may meet in one place. */
  private static final int LEVELS = 4;

  private final SparkSession spark;
  private final StagedRows staged;
  private final EarlierRows earlier;
  private final Broadcast<KeySketch> keys;

  KeyRows(SparkSession spark, StagedRows staged, EarlierRows earlier) {
    this.spark = spark;
    this.staged = staged;
    this.earlier = earlier;
    this.keys = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sketch(staged));
  }

  private static KeySketch sketch(StagedRows staged) {
    long keys = 2 * staged.count();
    return staged
        .blocks()
        .mapPartitions(blocks -> List.of(sketch(blocks, keys)).iterator())
        .treeReduce(KeySketch::plus, LEVELS);
  }

  private static KeySketch sketch(Iterator<RowBlock> blocks, long keys) {
    KeySketch sketch = new KeySketch(keys);
    blocks.forEachRemaining(block -> new BlockKeys(block).addTo(sketch));
    return sketch;
  }

  /** Inquiries, earlier ones too, and what follows them. */
  Dataset<Row> conversations() {
    Dataset<Row> rows = rows(TableContract::hasInquiry);
    return earlier.areThere() ? rows.unionByName(earlier.inquiries(keys)) : rows;
  }

  /** Of all other tables, and earlier rows of all but inquiries. */
  Dataset<Row> others() {
    Dataset<Row> rows = rows(table -> !table.hasInquiry());
    for (TableContract table : staged.tables()) {
      rows = earlier.of(table, keys).map(rows::unionByName).orElse(rows);
    }
    return rows;
  }

  private Dataset<Row> rows(Predicate<TableContract> which) {
    Set<String> tables =
        staged.tables().stream().filter(which).map(TableContract::name).collect(Collectors.toSet());
    Broadcast<KeySketch> sketch = keys;
    boolean mayAllRepeat = earlier.areThere();
    JavaRDD<Row> rows =
        staged
            .ofTables(staged.blocks(), tables)
            .flatMap(
                block ->
                    tables.contains(block.file().table())
                        ? new BlockKeys(block).rows(sketch.value(), mayAllRepeat).iterator()
                        : Collections.emptyIterator());
    return spark.createDataFrame(rows, SCHEMA);
  }
}
