package io.koe.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * What decisions look at of the run's rows and of earlier nights': where a row is and its key, and
 * of a row with an inquiry the inquiry and the time. Rows that are rejected alone are not among
 * them, nor those of other tables whose key no other row has, of whatever night.
 */
final class KeyRows implements AutoCloseable {
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

  private static final int TABLE = SCHEMA.fieldIndex("table_name");
  private static final int KEY = SCHEMA.fieldIndex("row_key");

  /** Of adding up sketches: a large run's are 64 MB, and few of them may meet in one place. */
  private static final int LEVELS = 4;

  private final SparkSession spark;
  private final StagedRows staged;

  /** Of earlier nights: few, and asked for twice. */
  private final Optional<JavaRDD<Row>> earlier;

  /** Keys of the run's and of earlier rows. */
  private final Broadcast<KeySketch> keys;

  KeyRows(SparkSession spark, StagedRows staged, EarlierRows earlier) {
    this.spark = spark;
    this.staged = staged;
    long size = 2 * staged.count();
    KeySketch own = sketch(staged.blocks(), blocks -> sketch(blocks, size));
    Broadcast<KeySketch> ownKeys = broadcast(own);
    this.earlier =
        earlier
            .of(staged.tables(), ownKeys)
            .map(rows -> rows.toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK()));
    this.keys =
        this.earlier
            .map(rows -> broadcast(sketch(rows, part -> sketchOfRows(part, size)).plus(own)))
            .orElse(ownKeys);
  }

  private Broadcast<KeySketch> broadcast(KeySketch sketch) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sketch);
  }

  private static <T> KeySketch sketch(JavaRDD<T> rows, Function<Iterator<T>, KeySketch> ofPart) {
    return rows.mapPartitions(part -> List.of(ofPart.call(part)).iterator())
        .treeReduce(KeySketch::plus, LEVELS);
  }

  private static KeySketch sketch(Iterator<RowBlock> blocks, long keys) {
    KeySketch sketch = new KeySketch(keys);
    blocks.forEachRemaining(block -> new BlockKeys(block).addTo(sketch));
    return sketch;
  }

  private static KeySketch sketchOfRows(Iterator<Row> rows, long keys) {
    KeySketch sketch = new KeySketch(keys);
    rows.forEachRemaining(row -> sketch.add(row.getString(TABLE), row.getString(KEY)));
    return sketch;
  }

  /** Inquiries, earlier ones too, and what follows them. */
  Dataset<Row> conversations() {
    return rows(TableContract::hasInquiry, InputContract.INQUIRIES::equals);
  }

  /** Of all other tables, and earlier rows of all but inquiries. */
  Dataset<Row> others() {
    return rows(table -> !table.hasInquiry(), table -> !table.equals(InputContract.INQUIRIES));
  }

  private Dataset<Row> rows(
      Predicate<TableContract> which, Function<String, Boolean> whichEarlier) {
    Set<String> tables =
        staged.tables().stream().filter(which).map(TableContract::name).collect(Collectors.toSet());
    Broadcast<KeySketch> sketch = keys;
    JavaRDD<Row> rows =
        staged
            .ofTables(staged.blocks(), tables)
            .flatMap(
                block ->
                    tables.contains(block.file().table())
                        ? new BlockKeys(block).rows(sketch.value()).iterator()
                        : Collections.emptyIterator());
    return spark.createDataFrame(
        earlier
            .map(all -> rows.union(all.filter(row -> whichEarlier.call(row.getString(TABLE)))))
            .orElse(rows),
        SCHEMA);
  }

  @Override
  public void close() {
    earlier.ifPresent(JavaRDD::unpersist);
  }
}
