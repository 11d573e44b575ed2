package io.koe.drivers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.ingest.KnownRows;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 43 days of about twenty inquiries; on the last three a dozen more about a word nobody used
 * before.
 */
class EmergingNightsTest {
  private static final LocalDate START = LocalDate.of(2026, 8, 1);
  private static final LocalDate BIRTH = START.plusDays(16);
  private static final LocalDate END = START.plusDays(17);
  private static final LocalDate REFIT = START.plusDays(17);
  private static final StructType INQUIRY =
      StructType.fromDDL(
          "inquiry_id string, user_id string, created_at timestamp, arrival_date date,"
              + " terms array<string>, topic_id string");

  @TempDir Path folder;

  @Test
  void aNewProblemIsOneEpisodeWhetherNightsAreComputedAtOnceOrOneByOne() {
    RunTables backfill = run("all", START, END, Optional.empty());

    run("n0", START, BIRTH, Optional.empty());
    RunTables nightly = run("n1", END, END, Optional.of(folder.resolve("n0")));

    assertEquals(rows(backfill, "emerging_daily"), rows(nightly, "emerging_daily"));
    assertEquals(rows(backfill, "alert_episodes"), rows(nightly, "alert_episodes"));
    aNewProblemIsOneOpenEpisodeFromItsFirstNight(nightly);
  }

  private static void aNewProblemIsOneOpenEpisodeFromItsFirstNight(RunTables tables) {
    List<Row> episodes = tables.read("alert_episodes").collectAsList();
    assertEquals(1, episodes.size());
    Row episode = episodes.get(0);
    assertEquals(Date.valueOf(BIRTH), episode.getAs("opened_date"));
    assertEquals("open", episode.getAs("status"));
    assertEquals(2, episode.<Integer>getAs("nights"));
    assertEquals("unassigned 口座 連携", sorted(episode.getAs("members")));
  }

  private static String sorted(String members) {
    return String.join(" ", List.of(members.split(" ")).stream().sorted().toList());
  }

  private RunTables run(String name, LocalDate first, LocalDate last, Optional<Path> parent) {
    RunTables tables =
        new RunTables(TestSpark.session(), TableCatalog.load(), folder.resolve(name), parent);
    Dataset<Row> all = TestSpark.session().createDataFrame(inquiries(), INQUIRY);
    Dataset<Row> known = all.where(col("arrival_date").leq(last));
    Dataset<Row> landed = known.where(col("arrival_date").geq(first));
    Column created = col("created_at").cast("date").as("created_date");
    tables.write("landed_inquiries", withRest(tables, landed, "landed_inquiries"));
    tables.write(
        "inquiry_tokens",
        withRest(
            tables,
            landed.select(col("inquiry_id"), created, col("terms"), col("arrival_date")),
            "inquiry_tokens"));
    List<LocalDate> models = last.isBefore(REFIT) ? List.of(START) : List.of(START, REFIT);
    Dataset<Row> assigned =
        models.stream().map(m -> assigned(known, m, created)).reduce(Dataset::union).orElseThrow();
    tables.write("topic_assignments", assigned);
    tables.write("topic_models", withRest(tables, modelDates(models), "topic_models"));
    DriversStage drivers = new DriversStage();
    Night nights =
        new Night(name, first, last, Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS));
    KnownRows.compute(tables, nights);
    drivers.prepare(tables);
    tables.compute(DriversStage.NIGHTLY, nights, table -> List.of());
    drivers.finish(tables, nights);
    return tables;
  }

  /** A model sees what landed by its night, and every arrival until the next one. */
  private static Dataset<Row> assigned(Dataset<Row> known, LocalDate model, Column created) {
    Dataset<Row> seen = model.equals(START) ? known.where(col("arrival_date").lt(REFIT)) : known;
    return seen.select(
        col("inquiry_id"),
        col("topic_id"),
        lit(1.0).as("weight"),
        lit(true).as("is_primary"),
        created,
        col("arrival_date"),
        lit(Date.valueOf(model)).as("model_date"));
  }

  private static Dataset<Row> modelDates(List<LocalDate> models) {
    List<Row> rows =
        models.stream()
            .map(m -> RowFactory.create("m", 1L, 5, new byte[0], Date.valueOf(m)))
            .toList();
    return TestSpark.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "model_id string, inquiries bigint, topics int, model binary, model_date date"));
  }

  /** Fills the table's other columns: text where required, else null. */
  private static Dataset<Row> withRest(RunTables tables, Dataset<Row> rows, String table) {
    Dataset<Row> filled = rows;
    for (var field : tables.declaredSchema(table).fields()) {
      if (!List.of(rows.columns()).contains(field.name())) {
        filled =
            filled.withColumn(
                field.name(), lit(field.nullable() ? null : "x").cast(field.dataType()));
      }
    }
    return filled;
  }

  private static List<Row> inquiries() {
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
      int everyday = 18 + day.getDayOfMonth() * 7 % 5;
      for (int i = 0; i < everyday; i++) {
        LocalDate arrival = i == 3 ? day.plusDays(2) : i == 4 ? day.plusDays(1) : day;
        rows.add(inquiry(day, arrival, i, List.of("発送", "w" + i % 3), "t" + i % 4));
      }
      if (!day.isBefore(BIRTH)) {
        for (int i = 50; i < 62; i++) {
          rows.add(inquiry(day, day, i, List.of("連携", i < 60 ? "口座" : "発送"), "unassigned"));
        }
      }
    }
    return rows;
  }

  private static Row inquiry(
      LocalDate day, LocalDate arrival, int number, List<String> terms, String topic) {
    return RowFactory.create(
        "q" + day + "-" + number,
        "u" + number,
        Timestamp.from(day.atTime(12, 0).atZone(Night.JAPAN).toInstant()),
        Date.valueOf(arrival),
        terms.toArray(String[]::new),
        topic);
  }

  private static List<String> rows(RunTables tables, String table) {
    return tables.read(table).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
