package io.koe.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.koe.TestSpark;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of two nights, as the drop has them, in the files of their table. */
class LandedFilesTest {
  private static final TableContract TABLE = InputContract.table("help_sessions");
  private static final StructType COLUMNS =
      new StructType()
          .add("session_id", DataTypes.StringType)
          .add("article_ids", DataTypes.createArrayType(DataTypes.StringType))
          .add("started_at", DataTypes.TimestampType)
          .add("handed_over", DataTypes.BooleanType)
          .add("search_terms", DataTypes.StringType);

  private record Plain() implements PrivacySource {
    @Override
    public TextPrivacy open() {
      return new PlainPrivacy();
    }

    @Override
    public PrivacySource without(Set<String> erased) {
      return this;
    }
  }

  private final SparkSession spark = TestSpark.session();

  @TempDir private Path folder;

  @Test
  void eachNightHasItsRowsInTheOrderOfTheDrop() throws IOException {
    write(folder.resolve("table"), true);
    assertEquals(
        List.of("arrival_date=2026-10-01", "arrival_date=2026-10-02"),
        files(folder.resolve("table")).stream()
            .map(file -> file.substring(0, file.indexOf('/')))
            .toList());
    assertEquals(
        """
        {"session_id":"s1","article_ids":["a","び"],"handed_over":true,"arrival_date":"2026-10-01"}
        {"session_id":"s2","article_ids":[],"arrival_date":"2026-10-01"}
        {"session_id":"s3","handed_over":false,"arrival_date":"2026-10-01"}
        {"session_id":"s4","arrival_date":"2026-10-02"}\
        """,
        rows("table", "session_id, article_ids, handed_over, arrival_date"));
    assertEquals(
        "{\"first\":\"2026-10-01T10:00:00.000+09:00\"}", rows("table", "min(started_at) as first"));
  }

  @Test
  void aTableThatIsWholeHasNoFolders() throws IOException {
    write(folder.resolve("table"), false);
    assertEquals(2, files(folder.resolve("table")).size());
    assertEquals("{\"rows\":4}", rows("table", "count(*) as rows"));
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    write(folder.resolve("table"), true);
    assertThrows(FileAlreadyExistsException.class, () -> write(folder.resolve("table"), true));
  }

  private void write(Path target, boolean isPartitioned) throws IOException {
    List<InputFile> files =
        List.of(
            file(
                0,
                "2026-10-01",
                session("s1", ", \"article_ids\": [\"a\", \"び\"], \"handed_over\": true"),
                session("s2", ", \"article_ids\": []"),
                "{\"broken",
                session("s3", ", \"handed_over\": false")),
            file(1, "2026-10-02", session("s4", "")));
    try (StagedRows staged = StagedRows.parse(spark, files, new Plain(), 35)) {
      DecidedRows rows = new DecidedRows(staged, spark.emptyDataFrame());
      new LandedFiles(new LandedColumns(TABLE, COLUMNS), isPartitioned)
          .write(rows.of(TABLE).coalesce(1), target);
    }
  }

  private static String session(String id, String more) {
    return "{\"session_id\": \"%s\", \"service\": \"mercari\", \"entry\": \"bot\",".formatted(id)
        + " \"started_at\": \"2026-10-01T10:00:00+09:00\","
        + " \"ended_at\": \"2026-10-01T10:05:00+09:00\""
        + more
        + "}";
  }

  private InputFile file(int number, String night, String... lines) throws IOException {
    Path file = folder.resolve(number + ".jsonl");
    Files.write(file, List.of(lines), UTF_8);
    return InputFile.listed(number, TABLE.name(), night, file, LocalDate.parse(night), null);
  }

  private static List<String> files(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> table.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String rows(String table, String columns) {
    return String.join(
        "\n",
        spark
            .read()
            .parquet(folder.resolve(table).toString())
            .selectExpr("to_json(struct(" + columns + "))")
            .as(Encoders.STRING())
            .collectAsList()
            .stream()
            .sorted()
            .toList());
  }
}
