import com.sun.management.OperatingSystemMXBean;
import io.koe.drivers.DriversStage;
import io.koe.duckdb.DuckDb;
import io.koe.duckdb.DuckDbSql;
import io.koe.duckdb.PublishedViews;
import io.koe.duckdb.TableOrder;
import io.koe.metrics.MetricsStage;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.night.SqlParameters;
import io.koe.night.Stage;
import io.koe.pipeline.Engines;
import io.koe.pipeline.SparkRun;
import io.koe.pipeline.Stages;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.FileTree;
import io.koe.store.SqlText;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Every table SQL computes, by Spark as in a night on a cluster and by DuckDB, from the same Parquet files:
 * those of the tables Java writes, in the newest snapshot of a warehouse of one night, with the
 * default settings.
 *
 * <pre>java -cp jobs/target/koe-jobs.jar jobs/bench/SqlEngines.java WAREHOUSE DROP WORK ROUNDS
 * </pre>
 *
 * <p>One process, one table after the other; a first round of both that does not count, then rounds
 * of both in turn. A table's CPU seconds are those of the whole process: compiling and collecting
 * garbage too. Of Spark they are for planning, reading, computing and writing Parquet, from which
 * the next tables read; of DuckDB for reading, computing into memory, from where the next tables
 * read, and, counted apart, writing Parquet.
 *
 * <p>Prints medians by table and the ratio of the rounds' sums. WORK is a folder that is not there
 * yet, on the warehouse's disk.
 */
final class SqlEngines {
  /** CPU seconds. */
  private record Seconds(double spark, double duckDb, double writing) {}

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What a drop a night computes in one task a query has at most, as {@code ShufflePlan} says. */
  private static final long SMALL_DROP_BYTES = (128L << 20) / 5;

  private final TableCatalog catalog = TableCatalog.load();
  private final List<TableModel> order = TableOrder.of(catalog, stages());
  private final SparkSession spark;
  private final Night night;
  private final Path inputs;
  private final Path work;

  private SqlEngines(SparkSession spark, Night night, Path snapshot, Path work) throws IOException {
    this.spark = spark;
    this.night = night;
    this.inputs = work.resolve("inputs");
    this.work = work;
    // Without the tables SQL computes there is nothing either could take over from.
    for (TableModel table : catalog.tables()) {
      if (!table.computedBySql() && table.place() != Place.INTERNAL) {
        Path folder = Path.of(table.place().folder(), table.name());
        FileTree.link(snapshot.resolve(folder), inputs.resolve(folder));
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    Warehouse warehouse = Warehouse.published(Path.of(arguments[0]));
    Commit newest = warehouse.newest().orElseThrow();
    Night night =
        new Night(newest.runId(), newest.firstDate(), newest.runDate(), Settings.defaults());
    Path work = Path.of(arguments[2]);
    try (SparkRun run = SparkRun.start(new Engines("local[*]", false), Path.of("/dev/null"))) {
      boolean isSmall = bytes(Path.of(arguments[1])) <= SMALL_DROP_BYTES;
      run.session().conf().set("spark.sql.adaptive.enabled", !isSmall);
      if (isSmall) {
        run.session().conf().set("spark.sql.shuffle.partitions", 1);
      }
      new SqlEngines(run.session(), night, warehouse.snapshot(newest), work)
          .race(Integer.parseInt(arguments[3]));
    }
  }

  private static long bytes(Path folder) throws IOException {
    return FileTree.files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static List<String> stages() {
    return Stream.concat(Stream.of("ingest"), Stages.computing().stream().map(Stage::name))
        .toList();
  }

  private void race(int rounds) throws Exception {
    List<Map<String, Seconds>> seconds = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      seconds.add(round(work.resolve("round-" + round)));
    }
    print(seconds.subList(1, seconds.size()));
  }

  private Map<String, Seconds> round(Path folder) throws Exception {
    Map<String, Double> bySpark = withSpark(folder.resolve("spark"));
    settle();
    Map<String, Seconds> seconds =
        withDuckDb(Files.createDirectory(folder.resolve("duckdb")), bySpark);
    requireSameRows(folder);
    settle();
    FileTree.delete(folder);
    return seconds;
  }

  /** What one engine leaves to collect and to compile is not the other's. */
  private static void settle() throws InterruptedException {
    System.gc();
    Thread.sleep(3000);
  }

  private Map<String, Double> withSpark(Path staging) {
    RunTables tables = new RunTables(spark, catalog, staging, Optional.of(inputs));
    new MetricsStage().prepare(tables);
    new DriversStage().prepare(tables);
    var days = spark.sql("select distinct cast(created_at as date) from landed_inquiries");
    spark
        .createDataFrame(days.collectAsList(), tables.declaredSchema("touched_days"))
        .createOrReplaceTempView("touched_days");
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (TableModel table : order) {
      seconds.put(table.name(), cpu(() -> tables.compute(table.name(), night)));
    }
    return seconds;
  }

  private Map<String, Seconds> withDuckDb(Path out, Map<String, Double> bySpark) {
    Map<String, Object> parameters = SqlParameters.of(night);
    Map<String, Seconds> seconds = new LinkedHashMap<>();
    try (DuckDb duckDb = DuckDb.open()) {
      PublishedViews.create(duckDb, catalog, inputs);
      for (TableModel table : order) {
        String name = table.name();
        double computing = cpu(() -> duckDb.execute(name, DuckDbSql.table(table, parameters)));
        String file = SqlText.of(out.resolve(name + ".parquet"));
        double writing =
            cpu(
                () ->
                    duckDb.execute(
                        name, "copy \"" + name + "\" to " + file + " (compression zstd)"));
        seconds.put(name, new Seconds(bySpark.get(name), computing, writing));
      }
    }
    return seconds;
  }

  private static double cpu(Runnable work) {
    long start = PROCESS.getProcessCpuTime();
    work.run();
    return (PROCESS.getProcessCpuTime() - start) / 1e9;
  }

  /** Times of engines that compute something else say nothing. */
  private void requireSameRows(Path round) {
    try (DuckDb duckDb = DuckDb.open()) {
      for (TableModel table : order) {
        Path bySpark = round.resolve("spark").resolve(table.place().folder()).resolve(table.name());
        long expected = rows(duckDb, bySpark.resolve("**/*.parquet"));
        long found = rows(duckDb, round.resolve("duckdb").resolve(table.name() + ".parquet"));
        if (expected != found) {
          throw new IllegalStateException(
              "%s: %d rows by Spark, %d by DuckDB".formatted(table.name(), expected, found));
        }
      }
    }
  }

  private static long rows(DuckDb duckDb, Path files) {
    return duckDb.number("rows", "select count(*) from read_parquet(" + SqlText.of(files) + ")");
  }

  private void print(List<Map<String, Seconds>> rounds) {
    for (TableModel table : order) {
      List<Seconds> seconds = rounds.stream().map(r -> r.get(table.name())).toList();
      System.out.printf(
          Locale.ROOT,
          "table %s %s %.3f %.3f %.3f%n",
          table.stage(),
          table.name(),
          median(seconds.stream().mapToDouble(Seconds::spark).toArray()),
          median(seconds.stream().mapToDouble(Seconds::duckDb).toArray()),
          median(seconds.stream().mapToDouble(Seconds::writing).toArray()));
    }
    for (Map<String, Seconds> round : rounds) {
      System.out.printf(
          Locale.ROOT,
          "sum %.2f %.2f %.2f%n",
          round.values().stream().mapToDouble(Seconds::spark).sum(),
          round.values().stream().mapToDouble(Seconds::duckDb).sum(),
          round.values().stream().mapToDouble(Seconds::writing).sum());
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
