import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.pipeline.Engines;
import io.koe.pipeline.SparkRun;
import io.koe.search.SearchStage;
import io.koe.sql.TableCatalog;
import io.koe.store.Commit;
import io.koe.store.FileTree;
import io.koe.store.IndexFolder;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A warehouse to search in, of a small one's inquiries again and again: other ids, and every sixth
 * copy on the same days, the others 9 weeks apart, so that nine weeks become a year.
 *
 * <pre>java -cp 'jobs/target/koe-jobs.jar' jobs/bench/SearchWarehouse.java FROM TO INQUIRIES</pre>
 */
public final class SearchWarehouse {
  private static final int SPANS = 6;
  private static final int SPAN_DAYS = 63;

  private SearchWarehouse() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Warehouse from = Warehouse.published(Path.of(arguments[0]));
    Commit newest = from.newest().orElseThrow();
    Path to = Path.of(arguments[1]);
    Path snapshot = Files.createDirectories(to.resolve("snapshots").resolve(newest.snapshot()));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      Copies copies = new Copies(statement, from.snapshot(newest), snapshot);
      copies.many = Long.parseLong(arguments[2]) / copies.inquiries() + 1;
      copies.of("inquiry_tokens", "arrival_date", "created_date, terms");
      copies.of("inquiries", "created_date", "arrival_date, service, subject, body");
      copies.of("inquiry_topics", "created_date", "topic_id, is_primary");
      copies.of(
          "inquiry_states",
          "week_start_date",
          "is_spam, is_test, is_merged, is_durably_resolved, is_resolved_now");
    }
    FileTree.link(
        from.snapshot(newest).resolve("shared/topics"), snapshot.resolve("shared/topics"));
    index(snapshot, newest.runDate());
    String commit = "_koe/commits/%012d.json".formatted(newest.number());
    Files.createDirectories(to.resolve(commit).getParent());
    Files.copy(from.root().resolve(commit), to.resolve(commit));
  }

  private static void index(Path snapshot, LocalDate night) throws IOException {
    Path staging = snapshot.resolveSibling("staging");
    try (SparkRun spark = SparkRun.start(new Engines("local[2]", false), Path.of("/dev/null"))) {
      RunTables tables =
          new RunTables(spark.session(), TableCatalog.load(), staging, Optional.empty());
      String tokens = snapshot.resolve("restricted/inquiry_tokens").toString();
      tables.write(
          "inquiry_tokens",
          spark
              .session()
              .read()
              .parquet(tokens)
              .selectExpr(
                  "inquiry_id",
                  "created_date",
                  "terms",
                  "cast(null as array<int>) as segment_ends",
                  "cast(null as array<bigint>) as segment_fingerprints",
                  "arrival_date"));
      new SearchStage()
          .run(tables, new Night("bench", LocalDate.EPOCH, night, Settings.defaults()));
    }
    Files.move(IndexFolder.of(staging), IndexFolder.of(snapshot));
    FileTree.delete(staging);
  }

  private static final class Copies {
    private final Statement duckdb;
    private final Path from;
    private final Path to;
    private long many;

    Copies(Statement duckdb, Path from, Path to) {
      this.duckdb = duckdb;
      this.from = from;
      this.to = to;
    }

    long inquiries() throws SQLException {
      var row = duckdb.executeQuery("select count(*) from " + rows("inquiries"));
      row.next();
      return row.getLong(1);
    }

    private String rows(String table) {
      return "read_parquet('%s/restricted/%s/*/*.parquet', hive_partitioning = true)"
          .formatted(from, table);
    }

    void of(String table, String partition, String columns) throws SQLException {
      String shifted =
          columns
              .replace("created_date", shift("created_date"))
              .replace("arrival_date", shift("arrival_date"));
      to.resolve("restricted").toFile().mkdirs();
      duckdb.execute(
          """
          copy (
            select inquiry_id || '-' || copy as inquiry_id, %s, %s
            from %s, range(%d) as copies (copy)
          ) to '%s/restricted/%s' (format parquet, compression zstd, partition_by (%s))
          """
              .formatted(
                  shifted, shift(partition), rows(table), many, to, table, partition));
    }

    private static String shift(String day) {
      return "cast(cast(%s as date) - cast(copy %% %d as int) * %d as date) as %s"
          .formatted(day, SPANS, SPAN_DAYS, day);
    }
  }
}
