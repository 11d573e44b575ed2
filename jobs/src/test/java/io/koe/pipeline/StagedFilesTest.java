package io.koe.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each gate that looks at files is tripped by the fault it is for, and by nothing else. */
class StagedFilesTest {
  private static final String TABLE = "landed_exposures";
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 3);

  private final SparkSession spark = TestSpark.session();

  @TempDir private Path folder;
  private RunTables tables;

  /** Two days are published; the night is computed over them. */
  @BeforeEach
  void stageANight() {
    run(Optional.empty())
        .write(TABLE, rows("date'2026-10-01'").unionByName(rows("date'2026-10-02'")));
    tables = run(Optional.of(folder.resolve("first")));
  }

  private RunTables run(Optional<Path> parent) {
    String name = parent.isPresent() ? "night" : "first";
    return new RunTables(spark, TableCatalog.load(), folder.resolve(name), parent);
  }

  private Dataset<Row> rows(String day) {
    return spark
        .sql(
            "select date'2026-10-01' as exposure_date, 'mercari' as service, 'ios' as platform,"
                + " 'listings' as measure, 5d as value, cast(%s as date) as arrival_date"
                    .formatted(day))
        .coalesce(1);
  }

  @Test
  void aGoodNightTripsNone() {
    tables.write(TABLE, rows("date'2026-10-03'"));
    assertEquals(Set.of(), violated());
  }

  @Test
  void rowsWithoutADayTripG2Alone() {
    tables.rewrite(TABLE, rows("null"), List.of(NIGHT));
    assertEquals(Set.of("G2"), violated());
  }

  @Test
  void aByteChangedInADayNotComputedTripsG8Alone() throws IOException {
    tables.write(TABLE, rows("date'2026-10-03'"));
    Path file = staged("2026-10-02");
    byte[] bytes = Files.readAllBytes(file);
    // In the name of the library that wrote it: the rows are as they were.
    bytes[new String(bytes, ISO_8859_1).indexOf("parquet-mr version")] ^= 1;
    replace(file, bytes);
    assertEquals(Set.of("G8"), violated());
  }

  @Test
  void aDayNotComputedThatIsGoneOrHasMoreTripsG8Alone() throws IOException {
    tables.write(TABLE, rows("date'2026-10-03'"));
    Path file = staged("2026-10-01");
    Path more = file.resolveSibling("part-more.parquet");
    Files.copy(file, more);
    assertEquals(Set.of("G8"), violated());
    Files.delete(more);
    assertEquals(Set.of(), violated());
    Files.delete(file);
    assertEquals(Set.of("G8"), gates(new StagedFiles(tables, night()).results()));
  }

  @Test
  void aFileWithAnotherColumnTripsG10Alone() throws IOException {
    tables.write(TABLE, rows("date'2026-10-03'"));
    Path other = folder.resolve("other");
    rows("date'2026-10-03'")
        .drop("arrival_date")
        .withColumn("colour", lit("red"))
        .write()
        .parquet(other.toString());
    replace(staged("2026-10-03"), Files.readAllBytes(parquet(other)));
    assertEquals(Set.of("G10"), violated());
  }

  /** The gates that fail, of those that look at files and of the checks beside the tables. */
  private Set<String> violated() {
    List<DataChecks.Result> results = new ArrayList<>(DataChecks.run(tables, night()));
    results.addAll(new StagedFiles(tables, night()).results());
    return gates(results);
  }

  private static Set<String> gates(List<DataChecks.Result> results) {
    Set<String> gates = new TreeSet<>();
    results.stream()
        .filter(result -> result.violations() > 0)
        .forEach(result -> gates.addAll(result.check().gates()));
    return gates;
  }

  private static Night night() {
    return new Night("night", NIGHT, NIGHT, Settings.defaults());
  }

  private Path staged(String day) throws IOException {
    return parquet(folder.resolve("night/restricted/" + TABLE + "/arrival_date=" + day));
  }

  private static Path parquet(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  /** By another file of that name: the published one has the same bytes under another link. */
  private void replace(Path file, byte[] bytes) throws IOException {
    Path changed = Files.write(folder.resolve("changed"), bytes);
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
