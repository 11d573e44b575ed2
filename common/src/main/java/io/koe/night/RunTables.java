package io.koe.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import io.koe.sql.TableModel;
import io.koe.store.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The tables of one run: what it has staged so far over what the parent snapshot holds.
 *
 * <p>Every table is written once, to {@code staging/<place>/<table>}; nothing is overwritten. A
 * partitioned table is staged whole: the partitions the run computed, and hard links to the
 * parent's files for the others. {@link #sql} reads each by its name.
 *
 * <p>Several threads may write tables at once, each its own.
 */
public final class RunTables {
  private static final String BEFORE = "_before";

  /** Of fewer files each is opened again. */
  private static final int MANY_DAYS = 8;

  /**
   * Stages whose tables by day hold texts, or their words: large, and few of their days are read.
   */
  private static final Set<String> OF_TEXTS = Set.of("ingest", "tokenize");

  /** Compressed; in memory about ten times as much. */
  private static final long SMALL_TABLE_BYTES = 32L << 20;

  private final SparkSession spark;
  private final TableCatalog catalog;
  private final Path staging;
  private final Optional<Path> parent;
  private final Optional<SqlEngine> engine;
  private final Set<String> staged = ConcurrentHashMap.newKeySet();

  /** Steps that are not computed, by the query that gives their rows. */
  private final Map<String, String> given = new ConcurrentHashMap<>();

  /** How long each table took, in the order they were done. */
  private final Map<String, Double> seconds = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Tables as this run sees them now, so that their folders are listed once. */
  private final Map<String, Dataset<Row>> current = new ConcurrentHashMap<>();

  /**
   * @param staging the run's own folder, to be published or thrown away
   * @param parent the published snapshot the run builds on; empty for the first run
   */
  public RunTables(SparkSession spark, TableCatalog catalog, Path staging, Optional<Path> parent) {
    this(spark, catalog, staging, parent, Optional.empty());
  }

  /**
   * The same, and another engine computes the tables of {@code sql/}, but those with texts, and its
   * checks.
   *
   * @param engine one that has seen no table yet; empty for Spark
   */
  public RunTables(
      SparkSession spark,
      TableCatalog catalog,
      Path staging,
      Optional<Path> parent,
      Optional<SqlEngine> engine) {
    this.spark = spark;
    this.catalog = catalog;
    this.staging = staging;
    this.parent = parent;
    this.engine = engine;
    // Spark's default, INT96, has no zone: other readers would show the wrong day.
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    SqlFunctions.register(spark);
    catalog.tables().forEach(table -> spark.catalog().dropTempView(table.name()));
    catalog.tables().forEach(this::registerIfReadable);
  }

  public SparkSession spark() {
    return spark;
  }

  public TableCatalog catalog() {
    return catalog;
  }

  /** Where the run's tables are staged. */
  public Path staging() {
    return staging;
  }

  /** The published snapshot the run builds on; empty for the first run. */
  public Optional<Path> parent() {
    return parent;
  }

  /** Whether rows of the table can be read: staged by this run or published by its parent. */
  public boolean isThere(String table) {
    return given.containsKey(table) || folder(catalog.table(table)).isPresent();
  }

  /**
   * Makes the rows of a query, few, readable under the name of a step that this run does not
   * compute.
   */
  public void give(String step, String query) {
    given.put(step, query);
    if (engine.isPresent()) {
      engine.get().give(step, query);
    } else {
      showGiven(step);
    }
  }

  /** Many queries read them: they are computed once. */
  private void showGiven(String step) {
    Dataset<Row> rows = spark.sql(given.get(step));
    Dataset<Row> collected = spark.createDataFrame(rows.collectAsList(), rows.schema());
    current.put(step, collected);
    collected.createOrReplaceTempView(step);
  }

  /** Whether this run has written the table. */
  public boolean isStaged(String table) {
    return staged.contains(table);
  }

  /**
   * The table as this run sees it. A table Java writes ({@code .ddl}) that nobody has written yet
   * is empty, with its schema; a table SQL computes must have been computed.
   */
  public Dataset<Row> read(String table) {
    return current.computeIfAbsent(table, name -> open(catalog.table(name)));
  }

  private Dataset<Row> open(TableModel model) {
    Optional<Path> folder = folder(model);
    if (folder.isPresent()) {
      return open(model, folder.get());
    }
    if (model.computedBySql()) {
      throw new IllegalStateException(model.name() + " is read before it is computed");
    }
    return spark.createDataFrame(List.of(), declaredSchema(model));
  }

  /**
   * A query of small data takes one task from its files on: nothing has to be shuffled, and another
   * table is computed beside it.
   */
  private Dataset<Row> open(TableModel model, Path folder) {
    if (!Files.isDirectory(folder)) {
      writeStep(model, folder);
    }
    Dataset<Row> rows = spark.read().schema(schemaOf(model, folder)).parquet(folder.toString());
    if (!isInOneTask()) {
      return rows;
    }
    Dataset<Row> inOneTask = rows.coalesce(1);
    return isKeptInMemory(model, folder)
        ? inOneTask.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
        : inOneTask;
  }

  /** A step that so far only the engine has. */
  private void writeStep(TableModel model, Path folder) {
    try {
      engine.orElseThrow().write(model, folder);
    } catch (SqlEngine.TooLargeException e) {
      throw new TableFailure(model, e);
    }
  }

  /**
   * A small table of many days is read from its files once, by the first query that needs it: to
   * open a file costs more than its rows, and ten and more queries read the table. Not one that is
   * read by day or shared, of which queries want few days, weeks or columns (a first run's want all
   * days, week by week), not on a cluster, where a process may be lost with what it keeps, and not
   * where another engine runs the queries.
   */
  private boolean isKeptInMemory(TableModel model, Path folder) {
    if (!spark.sparkContext().isLocal()
        || engine.isPresent()
        || model.partitionColumn().isEmpty()
        || (model.isReadByDay() && parent.isPresent())
        || model.place() == Place.SHARED) {
      return false;
    }
    return Partitions.of(folder).size() >= MANY_DAYS && bytes(folder) <= SMALL_TABLE_BYTES;
  }

  private static long bytes(Path folder) {
    try {
      return FileTree.bytes(FileTree.files(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns {@link #read} gives, found without listing the table's files. */
  public StructType schema(String table) {
    TableModel model = catalog.table(table);
    return folder(model)
        .filter(Files::isDirectory)
        .map(folder -> schemaOf(model, folder))
        .orElseGet(() -> read(table).schema());
  }

  /** The columns the newest file of a staged table has, and its folders'. */
  public String[] storedColumns(String table) {
    TableModel model = catalog.table(table);
    return StoredSchema.of(stagedFolder(model), model.partitionColumn()).fieldNames();
  }

  /** The schema a {@code .ddl} file declares, comments included. */
  public StructType declaredSchema(String table) {
    return declaredSchema(catalog.table(table));
  }

  /**
   * Writes rows of a table Java computes. When the table is partitioned, the partitions present in
   * the rows replace the parent's and all others stay. Throws with {@link ExitCode#CHECK_FAILED},
   * gate G2, when a required value is missing.
   */
  public void write(String table, Dataset<Row> rows) {
    write(table, rows, List.of());
  }

  /** The same, and the parent's partitions of {@code dates} don't stay even when no row is left. */
  public void write(String table, Dataset<Row> rows, Collection<LocalDate> dates) {
    TableModel model = catalog.table(table);
    try {
      stage(model, conform(rows, declaredSchema(model)), dates);
    } catch (Exception e) {
      throw failure(model, e);
    }
  }

  /** Writes the files of a table into its folder, which is not there yet. */
  @FunctionalInterface
  public interface FilesOfTable {
    void write(Path folder) throws IOException;
  }

  /**
   * The same of files that are written without Spark's writer, with the columns of {@link
   * #fileSchema}.
   */
  public void writeFiles(String table, Collection<LocalDate> dates, FilesOfTable files) {
    TableModel model = catalog.table(table);
    try {
      claim(model);
      files.write(stagedFolder(model));
      keepOtherPartitions(model, declaredSchema(model).asNullable(), dates);
      register(model);
    } catch (Exception e) {
      throw failure(model, e);
    }
  }

  /** The declared columns but the partition column, as a file's footer has them. */
  public StructType fileSchema(String table) {
    TableModel model = catalog.table(table);
    StructField[] fields =
        Arrays.stream(declaredSchema(model).fields())
            .filter(field -> !model.partitionColumn().equals(Optional.of(field.name())))
            .toArray(StructField[]::new);
    return new StructType(fields).asNullable();
  }

  /** Spark throws checked exceptions that nothing declares, too. */
  private static RuntimeException failure(TableModel model, Exception e) {
    return MissingValue.in(model, e)
        .map(missing -> (RuntimeException) missing)
        .orElseGet(() -> e instanceof RuntimeException known ? known : new TableFailure(model, e));
  }

  /**
   * Writes a table that is there already again, with the columns it has: {@code rows} in place of
   * its partitions of {@code dates}, or of all there is when it has none.
   */
  public void rewrite(String table, Dataset<Row> rows, Collection<LocalDate> dates) {
    StructType present = read(table).schema();
    Column[] columns =
        Arrays.stream(present.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    stage(catalog.table(table), rows.select(columns).to(present), dates);
  }

  /** Same columns in the declared order and types; a missing required value fails the run. */
  private static Dataset<Row> conform(Dataset<Row> rows, StructType declared) {
    Column[] columns =
        Arrays.stream(declared.fields())
            .map(f -> f.nullable() ? col(f.name()) : required(f.name()))
            .toArray(Column[]::new);
    return rows.select(columns).to(declared.asNullable());
  }

  private static Column required(String column) {
    return when(col(column).isNotNull(), col(column))
        .otherwise(raise_error(lit(MissingValue.message(column))))
        .as(column);
  }

  /**
   * Computes tables by their files in {@code sql/} side by side, each as soon as those it reads are
   * there.
   *
   * @param tables each after those it reads
   * @param dates of each table those whose partitions of the parent don't stay even when no row is
   *     left
   */
  public void compute(
      List<String> tables, Night night, Function<String, Collection<LocalDate>> dates) {
    SideBySide.run(tables, this::tablesRead, table -> compute(table, night, dates.apply(table)));
  }

  /** The tables a table computed by SQL reads. */
  public Set<String> tablesRead(String table) {
    return catalog.tablesRead(catalog.table(table));
  }

  /** Computes a table by its file in {@code sql/} and stages it, like {@link #write}. */
  public void compute(String table, Night night) {
    compute(table, night, List.of());
  }

  /**
   * The same, and the parent's partitions of {@code dates} don't stay even when no row is left.
   * Throws {@link TableFailure} naming the file that failed.
   */
  public void compute(String table, Night night, Collection<LocalDate> dates) {
    TableModel model = catalog.table(table);
    long start = System.nanoTime();
    try {
      if (engine.isEmpty() || isOfTexts(model) || !computeByEngine(model, night, dates)) {
        computeBySpark(model, night, dates);
      }
    } catch (KoeException e) {
      throw e;
    } catch (Exception e) {
      throw new TableFailure(model, e);
    }
    seconds.put(table, (System.nanoTime() - start) / 1e9);
  }

  private void computeBySpark(TableModel model, Night night, Collection<LocalDate> dates) {
    spark.sparkContext().setJobDescription(model.name());
    show(catalog.tablesRead(model));
    spark.sql(model.statement(), SqlParameters.of(night));
    stage(model, spark.table(model.name()), dates);
  }

  /** False when it is too large for the engine, and nothing has been done. */
  private boolean computeByEngine(TableModel model, Night night, Collection<LocalDate> dates)
      throws IOException {
    SqlEngine computing = engine.orElseThrow();
    try {
      computing.compute(model, SqlParameters.of(night));
      if (model.place() != Place.INTERNAL) {
        StructType schema = computing.write(model, stagedFolder(model));
        keepOtherPartitions(model, schema, dates);
      }
    } catch (SqlEngine.TooLargeException e) {
      FileTree.delete(stagedFolder(model));
      return false;
    }
    claim(model);
    if (model.place() != Place.INTERNAL) {
      register(model);
    }
    return true;
  }

  /** What another engine has computed becomes a view of Spark's only where Spark reads it. */
  private void show(Collection<String> read) {
    if (engine.isEmpty()) {
      return;
    }
    for (String table : read) {
      if (given.containsKey(table)) {
        show(catalog.tablesNamed(given.get(table)));
        showGiven(table);
      } else {
        read(table).createOrReplaceTempView(table);
      }
    }
  }

  /** Rows of a query over the run's tables, by Spark. */
  public Dataset<Row> sql(String query, Night night) {
    show(catalog.tablesNamed(query));
    return spark.sql(query, SqlParameters.of(night));
  }

  /** How many rows the query of a check gives. */
  public long violations(TableCheck check, Night night) {
    if (engine.isPresent()) {
      try {
        return engine.get().count(check.file(), check.query(), SqlParameters.of(night));
      } catch (SqlEngine.TooLargeException e) {
        // Spark counts them.
      }
    }
    Dataset<Row> rows = sql(check.query(), night);
    // Nearly always there is none, and that takes half the tasks of counting.
    return rows.isEmpty() ? 0 : rows.count();
  }

  /**
   * Makes what the parent snapshot holds of a table readable under the name of the internal table
   * that declares its columns, {@code <table>_before}; empty when there is no parent.
   */
  public void readBefore(String table) {
    TableModel before = catalog.table(table + BEFORE);
    Optional<Path> published = folderBefore(table);
    Dataset<Row> rows =
        published
            .map(folder -> open(catalog.table(table), folder))
            .orElseGet(() -> spark.createDataFrame(List.of(), declaredSchema(before)));
    current.put(before.name(), rows);
    rows.createOrReplaceTempView(before.name());
    if (engine.isPresent() && published.isPresent()) {
      engine.get().see(before.name(), published.get());
    }
  }

  /**
   * Whether the parent snapshot holds the table with the columns {@code <table>_before} declares.
   */
  public boolean hasBefore(String table) {
    return folderBefore(table).isPresent();
  }

  private Optional<Path> folderBefore(String table) {
    StructType declared = declaredSchema(catalog.table(table + BEFORE));
    TableModel model = catalog.table(table);
    return parentFolder(model)
        .filter(
            folder -> Arrays.equals(schemaOf(model, folder).fieldNames(), declared.fieldNames()));
  }

  /**
   * Seconds by table computed by SQL, in the order they were done. Tables are computed side by
   * side, so these are more than their stage took.
   */
  public Map<String, Double> seconds() {
    return Collections.unmodifiableMap(seconds);
  }

  private void stage(TableModel model, Dataset<Row> rows, Collection<LocalDate> dates) {
    claim(model);
    String folder = stagedFolder(model).toString();
    DataFrameWriter<Row> writer =
        inFewFiles(model, rows).write().mode(SaveMode.ErrorIfExists).option("compression", "zstd");
    model.partitionColumn().ifPresent(writer::partitionBy);
    writer.parquet(folder);
    keepOtherPartitions(model, rows.schema(), dates);
    register(model);
  }

  private void claim(TableModel model) {
    if (!staged.add(model.name())) {
      throw new IllegalStateException(model.name() + " is written twice in one run");
    }
  }

  /** The parent's partitions, but those just written and those of the dates. */
  private void keepOtherPartitions(
      TableModel model, StructType schema, Collection<LocalDate> dates) {
    if (model.partitionColumn().isEmpty()) {
      return;
    }
    String partition = model.partitionColumn().get();
    Path folder = stagedFolder(model);
    Set<String> replaced =
        dates.stream().map(date -> partition + "=" + date).collect(Collectors.toSet());
    parentFolder(model).ifPresent(old -> Partitions.keepOthers(old, folder, replaced));
    if (Partitions.of(folder).isEmpty()) {
      writeNoRows(schema, folder);
    }
  }

  /**
   * Each task writes a file of its own into each partition, and every later night opens them: rows
   * of a partition come together first, a large one's in several tasks. Texts stay where they are.
   */
  private Dataset<Row> inFewFiles(TableModel model, Dataset<Row> rows) {
    return model.partitionColumn().isEmpty() || isOfTexts(model) || isInOneTask()
        ? rows
        : rows.hint("rebalance", col(model.partitionColumn().get()));
  }

  private static boolean isOfTexts(TableModel model) {
    return model.isReadByDay() && OF_TEXTS.contains(model.stage());
  }

  /** Small data, see {@link #open(TableModel, Path)}. */
  private boolean isInOneTask() {
    return spark.conf().get("spark.sql.shuffle.partitions").equals("1");
  }

  /** A partitioned table without rows would have no file, and so no schema. */
  private void writeNoRows(StructType schema, Path folder) {
    spark
        .createDataFrame(List.of(), schema)
        .coalesce(1)
        .write()
        .mode(SaveMode.Append)
        .parquet(folder.toString());
  }

  /** Leaves a staged table whose last day was taken away a file that holds its columns. */
  public void keepColumns(String table) {
    Path folder = stagedFolder(catalog.table(table));
    if (Partitions.of(folder).isEmpty()) {
      writeNoRows(read(table).schema(), folder);
    }
  }

  private void registerIfReadable(TableModel model) {
    if (!model.computedBySql() || folder(model).isPresent()) {
      register(model);
    }
  }

  /** To make a view Spark lists all folders of the table: beside an engine it reads few of them. */
  private void register(TableModel model) {
    current.remove(model.name());
    engine.ifPresent(e -> folder(model).ifPresent(folder -> e.see(model.name(), folder)));
    if (engine.isEmpty()) {
      read(model.name()).createOrReplaceTempView(model.name());
    }
  }

  private Optional<Path> folder(TableModel model) {
    return staged.contains(model.name()) ? Optional.of(stagedFolder(model)) : parentFolder(model);
  }

  private Path stagedFolder(TableModel model) {
    return staging.resolve(model.place().folder()).resolve(model.name());
  }

  private Optional<Path> parentFolder(TableModel model) {
    if (model.place() == Place.INTERNAL) {
      return Optional.empty();
    }
    return parent
        .map(p -> p.resolve(model.place().folder()).resolve(model.name()))
        .filter(Files::isDirectory);
  }

  private StructType schemaOf(TableModel model, Path folder) {
    return model.computedBySql()
        ? StoredSchema.of(folder, model.partitionColumn())
        : declaredSchema(model);
  }

  private static StructType declaredSchema(TableModel model) {
    return StructType.fromDDL(model.statement());
  }
}
