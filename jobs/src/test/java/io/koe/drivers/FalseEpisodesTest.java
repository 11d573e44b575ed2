package io.koe.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlFunctions;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thirteen weeks of nights over 40 topics and 800 terms whose counts vary more than Poisson (by a
 * gamma variable of shape 10), are higher on weekends, and whose levels drift by a factor that is
 * lognormal with sigma 0.4 over the thirteen weeks. Five more terms, of which nothing was heard
 * before, come twelve times a night from a night of their own on.
 */
class FalseEpisodesTest {
  private static final LocalDate START = LocalDate.of(2026, 5, 4);
  private static final LocalDate FIRST = START.plusDays(44);
  private static final int NIGHTS = 91;
  private static final int TOPICS = 40;
  private static final int TERMS = 800;
  private static final double CONTACTS = 120;
  private static final double TERMS_OF_A_CONTACT = 10;
  private static final double SIGMA = 0.4;
  private static final List<Integer> BIRTHS = List.of(9, 24, 41, 58, 77);
  private static final int BURST = 12;
  private static final long SEED = 20260401;

  private static List<Alert> alerts;

  @BeforeAll
  static void computeEveryNight() {
    SparkSession spark = TestSpark.session();
    SqlFunctions.register(spark);
    TableCatalog catalog = TableCatalog.load();
    given();
    Map<String, Object> parameters =
        SqlParameters.of(new Night("test", FIRST, FIRST.plusDays(NIGHTS - 1), Settings.defaults()));
    for (String table :
        List.of(
            "baseline_days",
            "emerging_observed",
            "emerging_history",
            "emerging_candidates",
            "emerging_tests",
            "emerging_finds")) {
      spark.sql(catalog.table(table).statement(), parameters);
      spark.table(table).localCheckpoint().createOrReplaceTempView(table);
    }
    alerts =
        spark
            .sql("select night_date, candidate, observed from emerging_finds where is_alert")
            .collectAsList()
            .stream()
            .map(FalseEpisodesTest::alert)
            .toList();
  }

  @Test
  void quietNightsGiveAtMostOneEpisodeAFortnight() {
    List<Episode> episodes =
        AlertEpisodes.of(alerts.stream().filter(a -> !a.candidate().startsWith("new")).toList());
    assertTrue(
        episodes.size() <= NIGHTS / 14,
        () ->
            episodes.size()
                + " episodes: "
                + episodes.stream().map(e -> e.first().candidate() + " " + e.opened()).toList());
  }

  @Test
  void everyNewTermIsFoundByItsSecondNight() {
    List<String> late = new ArrayList<>();
    for (int i = 0; i < BIRTHS.size(); i++) {
      String term = "new" + i;
      LocalDate second = FIRST.plusDays(BIRTHS.get(i) + 1);
      boolean isFound =
          alerts.stream().anyMatch(a -> a.candidate().equals(term) && !a.night().isAfter(second));
      if (!isFound) {
        late.add(term);
      }
    }
    assertEquals(List.of(), late);
  }

  private static Alert alert(Row row) {
    return new Alert(
        row.getDate(0).toLocalDate(), "", row.getString(1), row.getString(1), row.getLong(2), null);
  }

  private static void given() {
    Random random = new Random(SEED);
    topics(random);
    terms(random);
    register("topic_models", List.of(RowFactory.create(Date.valueOf(START))), "model_date date");
    register("pool_counts_daily", List.of(), "arrival_date date, inquiries bigint");
    register(
        "known_exposures",
        List.of(),
        "exposure_date date, arrival_date date, measure string, value double");
    register(
        "emerging_daily_before",
        List.of(),
        "night_date date, candidate_type string, candidate string, observed bigint,"
            + " expected double, q_value double, is_raised boolean");
  }

  private static void topics(Random random) {
    Map<LocalDate, Long> contacts = new TreeMap<>();
    List<Row> topics = new ArrayList<>();
    Date model = Date.valueOf(START);
    for (int k = 0; k < TOPICS; k++) {
      double mean = CONTACTS / TOPICS * (0.5 + random.nextDouble());
      for (Row row : series(random, "t" + k, mean)) {
        topics.add(RowFactory.create(model, row.get(0), row.get(1), row.get(2), row.get(2)));
        contacts.merge(row.getDate(1).toLocalDate(), row.getLong(2), Long::sum);
      }
    }
    register(
        "topic_counts_nightly",
        topics,
        "model_date date, topic_id string, arrival_date date, inquiries bigint, users bigint");
    List<Row> days = contacts.entrySet().stream().map(e -> day(e.getKey(), e.getValue())).toList();
    register("contact_days", days, "day_date date, contacts bigint, day_class string");
  }

  private static Row day(LocalDate date, long contacts) {
    return RowFactory.create(Date.valueOf(date), contacts, isWeekend(date) ? "weekend" : "weekday");
  }

  /** Frequencies after Zipf. */
  private static void terms(Random random) {
    double zipf = IntStream.range(0, TERMS).mapToDouble(v -> 1 / (v + 5.0)).sum();
    List<Row> terms = new ArrayList<>();
    for (int v = 0; v < TERMS; v++) {
      double mean = CONTACTS * TERMS_OF_A_CONTACT / zipf / (v + 5.0);
      series(random, "w" + v, mean).forEach(row -> terms.add(term(row)));
    }
    for (int i = 0; i < BIRTHS.size(); i++) {
      for (int night = BIRTHS.get(i); night < NIGHTS; night++) {
        Date date = Date.valueOf(FIRST.plusDays(night));
        terms.add(term(RowFactory.create("new" + i, date, (long) BURST)));
      }
    }
    register(
        "term_counts_daily",
        terms,
        "term string, inquiries bigint, users bigint, arrival_date date");
  }

  private static Row term(Row counted) {
    return RowFactory.create(counted.get(0), counted.get(2), counted.get(2), counted.get(1));
  }

  /** Name, date and count of each day with a count. */
  private static List<Row> series(Random random, String name, double mean) {
    double drift = SIGMA * random.nextGaussian();
    List<Row> rows = new ArrayList<>();
    for (int d = 0; d < 44 + NIGHTS; d++) {
      LocalDate date = START.plusDays(d);
      double level = Math.exp(drift * (d - 44 - NIGHTS / 2.0) / NIGHTS);
      double weekly = isWeekend(date) ? 1.3 : 1;
      long count = poisson(random, mean * level * weekly * gamma(random));
      if (count > 0) {
        rows.add(RowFactory.create(name, Date.valueOf(date), count));
      }
    }
    return rows;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** Gamma variable of shape 10 and mean 1. */
  private static double gamma(Random random) {
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / 10;
  }

  /** Arrivals within the mean when they are exponential variables of mean 1 apart. */
  private static long poisson(Random random, double mean) {
    long count = 0;
    double passed = -Math.log(1 - random.nextDouble());
    while (passed <= mean) {
      count++;
      passed -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  private static void register(String table, List<Row> rows, String schema) {
    Dataset<Row> data = TestSpark.session().createDataFrame(rows, StructType.fromDDL(schema));
    data.createOrReplaceTempView(table);
  }
}
