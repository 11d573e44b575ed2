package io.koe.drivers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlFunctions;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Attacks the shared tables of contacts with all they show: random contacts of few and many users,
 * topics and services, a few weeks a seed with an empty week between seeds, through the real SQL.
 */
class SmallCellsTest {
  private static final int FEWEST = 10;
  private static final int SEEDS = 15;
  private static final int WEEKS = 3;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  private static final String WITHHELD = "withheld";
  private static final List<String> SERVICES = List.of("mercari", "merpay", "shops", "hallo");
  private static final List<String> GIVEN =
      List.of("driver_contacts", "exposures_weekly", "topic_labels_weekly");

  /** The stage's own, from the contacts on to the last table of theirs. */
  private static final List<String> STEPS =
      DriversStage.WEEKLY.stream()
          .limit(DriversStage.WEEKLY.indexOf("topic_impacts_weekly") + 1L)
          .filter(table -> !GIVEN.contains(table))
          .toList();

  /** The tables readers see. */
  private static final List<String> SHOWN =
      STEPS.subList(STEPS.indexOf("contact_drivers_weekly"), STEPS.size());

  private static List<Contact> contacts;
  private static final Map<String, List<Row>> TABLES = new HashMap<>();

  record Contact(LocalDate week, String user, String service, String channel, String topic) {
    String segment(String dimension) {
      return dimension.equals("topic") ? topic : channel;
    }
  }

  /** A number of contacts that a table shows of a week, with the rows it can be subtracted from. */
  record Figure(
      String source, LocalDate week, String dimension, String service, String segment, long n) {}

  @BeforeAll
  static void compute() {
    contacts = IntStream.range(0, SEEDS).boxed().flatMap(SmallCellsTest::random).toList();
    SparkSession spark = TestSpark.session();
    SqlFunctions.register(spark);
    TableCatalog catalog = TableCatalog.load();
    catalog.tables().forEach(table -> spark.catalog().dropTempView(table.name()));
    given(
        spark,
        "driver_contacts",
        "inquiry_id string, user_id string, service string, channel string, topic_id string,"
            + " week_start_date date, handle_hours double, is_durably_resolved boolean,"
            + " is_rate_mature boolean, is_count_mature boolean",
        IntStream.range(0, contacts.size()).mapToObj(SmallCellsTest::row).toList());
    given(
        spark,
        "exposures_weekly",
        "week_start_date date, service string, exposure double",
        contacts.stream()
            .map(Contact::week)
            .distinct()
            .flatMap(
                week ->
                    Stream.concat(Stream.of("all"), SERVICES.stream())
                        .map(s -> RowFactory.create(Date.valueOf(week), s, 1000.0 + s.length())))
            .toList());
    given(
        spark,
        "topic_labels_weekly",
        "week_start_date date, topic_id string, label string",
        List.of());
    Map<String, Object> parameters =
        new TreeMap<>(
            SqlParameters.of(new Night("test", FIRST, FIRST.plusYears(2), Settings.defaults())));
    parameters.put("minimum_users", FEWEST);
    for (String table : STEPS) {
      spark.sql(catalog.table(table).statement(), parameters);
      List<Row> rows = spark.table(table).collectAsList();
      spark.createDataFrame(rows, spark.table(table).schema()).createOrReplaceTempView(table);
      TABLES.put(table, rows);
    }
  }

  private static void given(SparkSession spark, String table, String columns, List<Row> rows) {
    spark.createDataFrame(rows, StructType.fromDDL(columns)).createOrReplaceTempView(table);
  }

  private static Row row(int n) {
    Contact c = contacts.get(n);
    Double hours = n % 3 == 0 ? null : Double.valueOf(n % 17);
    Date week = Date.valueOf(c.week());
    return RowFactory.create(
        "q" + n,
        c.user(),
        c.service(),
        c.channel(),
        c.topic(),
        week,
        hours,
        n % 2 == 0,
        true,
        true);
  }

  /** Services and topics of all sizes; topics of one service alone, and with a few of another. */
  private static Stream<Contact> random(int seed) {
    Random random = new Random(seed);
    int services = 1 + random.nextInt(SERVICES.size());
    int topics = 2 + random.nextInt(11);
    double alone = random.nextDouble();
    List<Contact> found = new ArrayList<>();
    for (int w = 0; w < WEEKS; w++) {
      LocalDate week = FIRST.plusWeeks((long) seed * (WEEKS + 1) + w);
      for (int s = 0; s < services; s++) {
        for (int t = 0; t < topics; t++) {
          boolean isForeign =
              (seed + t) % services != s && new Random(seed + 31L * t).nextDouble() < alone;
          int users =
              isForeign
                  ? Math.max(0, random.nextInt(8) - 3)
                  : random.nextInt(1 + random.nextInt(40));
          for (int u = 0; u < users / (s + 1); u++) {
            String user = "u" + (random.nextInt(3) == 0 ? random.nextInt(12) : 100 * t + u);
            String channel = List.of("form", "form", "chat", "phone").get(random.nextInt(4));
            int times = random.nextInt(6) == 0 ? 4 : 1;
            for (int i = 0; i < times; i++) {
              found.add(new Contact(week, user, SERVICES.get(s), channel, "t" + t));
            }
          }
        }
      }
    }
    return found.stream();
  }

  @Test
  void noRowOfFewerUsersIsShown() {
    for (String table : SHOWN) {
      for (Row row : TABLES.get(table)) {
        long users = row.<Long>getAs("users");
        assertTrue(users == 0 || users >= FEWEST, () -> table + " " + row);
        if (table.equals("contact_drivers_weekly")) {
          assertTrue(users > 0 || number(row, "contacts") == 0, row::toString);
        }
      }
    }
    assertTrue(
        TABLES.get("contact_drivers_weekly").stream().anyMatch(r -> r.getAs("is_suppressed")));
    assertTrue(
        TABLES.get("contact_drivers_weekly").stream()
            .anyMatch(
                r -> !r.getAs("service").equals("all") && !r.<Boolean>getAs("is_suppressed")));
  }

  @Test
  void allContactsOfAWeekAreThereOrNone() {
    Map<LocalDate, List<Contact>> weeks = contacts.stream().collect(groupingBy(Contact::week));
    Map<LocalDate, Long> shown = new HashMap<>();
    figures()
        .filter(f -> f.source().equals("drivers") && f.service().equals("all"))
        .forEach(f -> shown.merge(f.week(), f.n(), Long::sum));
    weeks.forEach(
        (week, all) ->
            assertEquals(
                users(all).size() < FEWEST ? null : (Long) (long) all.size(), shown.get(week)));
  }

  @Test
  void partsAddUp() {
    TABLES.get("contact_drivers_weekly").stream()
        .collect(groupingBy(r -> r.getAs("week_start_date") + " " + r.getAs("service")))
        .forEach(
            (key, rows) ->
                assertTrue(
                    sum(rows, "contacts") == 0 || Math.abs(sum(rows, "share") - 1) < 1e-9, key));
    for (Row row : TABLES.get("volume_changes_weekly")) {
      double parts =
          Stream.of("exposure_effect", "mix_effect", "rate_effect", "entry_exit_effect")
              .mapToDouble(c -> number(row, c))
              .sum();
      assertEquals(number(row, "total_change"), parts, 1e-6, row::toString);
    }
    TABLES.get("volume_changes_weekly").stream()
        .filter(row -> row.getAs("service").equals("all"))
        .collect(groupingBy(row -> row.<Date>getAs("week_start_date")))
        .forEach(
            (week, rows) ->
                assertEquals(
                    1,
                    rows.stream()
                        .collect(groupingBy(row -> row.<String>getAs("dimension")))
                        .values()
                        .stream()
                        .map(ofDimension -> sum(ofDimension, "total_change"))
                        .distinct()
                        .count(),
                    week::toString));
    TABLES.get("rate_changes_weekly").stream()
        .collect(
            groupingBy(
                r -> r.getAs("week_start_date") + " " + r.getAs("dimension") + r.getAs("service")))
        .forEach(
            (key, rows) ->
                assertEquals(
                    number(rows.get(0), "total_change"),
                    sum(rows, "mix_effect")
                        + sum(rows, "rate_effect")
                        + sum(rows, "entry_exit_effect"),
                    1e-9,
                    key));
    for (Row row : TABLES.get("topic_impacts_weekly")) {
      if (row.getAs("metric_id").equals("contacts")) {
        assertEquals(number(row, "contacts"), number(row, "impact"), 1e-9, row::toString);
      }
    }
  }

  @Test
  void totalsLessWhatIsShownCoverEnoughUsersOrNobody() {
    Map<LocalDate, List<Figure>> shown = figures().collect(groupingBy(Figure::week));
    contacts.stream()
        .collect(groupingBy(Contact::week))
        .forEach(
            (week, all) ->
                Stream.of("topic", "channel")
                    .forEach(d -> attack(week, d, all, shown.getOrDefault(week, List.of()))));
  }

  /** Of one week and dimension, with all that any of the tables says about it. */
  private static void attack(
      LocalDate week, String dimension, List<Contact> all, List<Figure> shown) {
    if (shown.isEmpty()) {
      assertTrue(users(all).size() < FEWEST, week::toString);
      return;
    }
    Set<String> named = new TreeSet<>();
    Set<List<String>> known = new HashSet<>();
    for (Figure f : shown) {
      if (f.n() > 0 && f.dimension().equals("service")) {
        named.add(f.segment());
      } else if (f.n() > 0 && f.dimension().equals(dimension)) {
        named.add(f.service());
        known.add(List.of(f.service(), f.segment()));
      }
    }
    named.removeAll(Set.of("all", WITHHELD));
    // Services not named are one; what a table shows of them counts where it is of just these.
    Map<String, Set<String>> namedBy = new HashMap<>();
    shown.stream()
        .filter(f -> f.n() > 0 && !f.dimension().equals("service"))
        .forEach(f -> namedBy.computeIfAbsent(f.source(), s -> new TreeSet<>()).add(f.service()));
    shown.stream()
        .filter(f -> f.n() > 0 && f.dimension().equals(dimension) && f.service().equals(WITHHELD))
        .filter(f -> !namedBy.get(f.source()).containsAll(named))
        .forEach(f -> checkSum(week, f, all, namedBy.get(f.source()), known));
    known.removeIf(
        cell ->
            cell.get(0).equals(WITHHELD)
                && shown.stream()
                    .filter(f -> f.dimension().equals(dimension) && f.service().equals(WITHHELD))
                    .filter(f -> f.segment().equals(cell.get(1)) && f.n() > 0)
                    .noneMatch(f -> namedBy.get(f.source()).containsAll(named)));
    List<Contact> asShown =
        all.stream()
            .map(
                c ->
                    named.contains(c.service())
                        ? c
                        : new Contact(c.week(), c.user(), WITHHELD, c.channel(), c.topic()))
            .toList();
    checkValues(week, dimension, all, shown);
    // A column a segment; those not known in 'all' are one.
    Predicate<Contact> isKnown = c -> known.contains(List.of(c.service(), c.segment(dimension)));
    Map<String, List<Contact>> columns =
        asShown.stream()
            .collect(
                groupingBy(
                    c ->
                        known.contains(List.of("all", c.segment(dimension)))
                            ? c.segment(dimension)
                            : WITHHELD));
    Map<String, List<Contact>> rows = asShown.stream().collect(groupingBy(Contact::service));
    columns.forEach(
        (segment, cells) -> {
          enough(week + " " + segment, cells);
          enough(week + " " + segment + " less services", unknown(cells, isKnown));
          if (!segment.equals(WITHHELD)) {
            cells.stream()
                .filter(isKnown)
                .collect(groupingBy(Contact::service))
                .forEach((service, cell) -> enough(week + " " + service + " " + segment, cell));
          }
        });
    // Totals of some services less the remainders of segments that lie within them.
    List<String> services = List.copyOf(rows.keySet());
    for (int set = 1; set < 1 << services.size(); set++) {
      Set<String> some = new TreeSet<>();
      for (int i = 0; i < services.size(); i++) {
        if ((set >> i & 1) == 1) {
          some.add(services.get(i));
        }
      }
      List<Contact> ofSome = new ArrayList<>();
      some.forEach(s -> ofSome.addAll(unknown(rows.get(s), isKnown)));
      enough(week + " " + some, ofSome);
      List<Contact> left = new ArrayList<>();
      columns.forEach(
          (segment, cells) -> {
            List<Contact> remainder = unknown(cells, isKnown);
            if (!remainder.stream().allMatch(c -> some.contains(c.service()))) {
              remainder.stream().filter(c -> some.contains(c.service())).forEach(left::add);
            }
          });
      enough(week + " " + some + " less segments", left);
    }
  }

  private static List<Contact> unknown(List<Contact> cells, Predicate<Contact> isKnown) {
    return cells.stream().filter(isKnown.negate()).toList();
  }

  /** A figure of services together is a sum of figures known of each. */
  private static void checkSum(
      LocalDate week,
      Figure figure,
      List<Contact> all,
      Set<String> apart,
      Set<List<String>> known) {
    if (figure.segment().equals(WITHHELD)) {
      return;
    }
    Map<Boolean, List<Contact>> parts =
        all.stream()
            .filter(c -> c.segment(figure.dimension()).equals(figure.segment()))
            .filter(c -> !apart.contains(c.service()))
            .collect(groupingBy(c -> known.contains(List.of(c.service(), figure.segment()))));
    enough(week + " " + figure, parts.getOrDefault(true, List.of()));
    enough(week + " " + figure, parts.getOrDefault(false, List.of()));
  }

  /** Each source shows all of a total it shows, with the rest in its row of what is withheld. */
  private static void checkValues(
      LocalDate week, String dimension, List<Contact> all, List<Figure> shown) {
    shown.stream()
        .filter(f -> f.dimension().equals(dimension) && !f.source().startsWith("earlier"))
        .filter(f -> !f.service().equals(WITHHELD))
        .collect(groupingBy(f -> List.of(f.source(), f.service())))
        .forEach(
            (key, figures) -> {
              List<Contact> total =
                  all.stream()
                      .filter(c -> key.get(1).equals("all") || c.service().equals(key.get(1)))
                      .toList();
              assertEquals(
                  total.size(), figures.stream().mapToLong(Figure::n).sum(), week + " " + key);
              Set<String> apart = figures.stream().map(Figure::segment).collect(toSet());
              enough(
                  week + " " + key,
                  total.stream().filter(c -> !apart.contains(c.segment(dimension))).toList());
            });
  }

  private static void enough(String where, List<Contact> cell) {
    int users = users(cell).size();
    assertTrue(users == 0 || users >= FEWEST, () -> where + ": " + users + " users");
  }

  private static Set<String> users(List<Contact> cell) {
    return cell.stream().map(Contact::user).collect(toSet());
  }

  private static Stream<Figure> figures() {
    return SHOWN.stream()
        .flatMap(table -> TABLES.get(table).stream().flatMap(row -> figures(table, row)));
  }

  /** All numbers of contacts a row tells. */
  private static Stream<Figure> figures(String table, Row row) {
    LocalDate week = row.<Date>getAs("week_start_date").toLocalDate();
    String service = row.getAs("service");
    if (table.equals("topic_impacts_weekly")) {
      return row.getAs("metric_id").equals("contacts")
          ? Stream.of(
              figure("impacts", week, "topic", service, row.getAs("topic_id"), row, "contacts"))
          : Stream.empty();
    }
    if (!table.equals("contact_drivers_weekly")) {
      String dimension = row.getAs("dimension");
      String segment = row.getAs("segment");
      LocalDate before = week.minusWeeks(1);
      return Stream.of(
          figure(table + " after", week, dimension, service, segment, row, "contacts_after"),
          figure(table + " before", before, dimension, service, segment, row, "contacts_before"));
    }
    String topic = row.getAs("topic_id");
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("drivers", week, "topic", service, topic, row, "contacts"));
    if (row.getAs("contacts_previous_week") != null) {
      figures.add(
          figure(
              "earlier",
              week.minusWeeks(1),
              "topic",
              service,
              topic,
              row,
              "contacts_previous_week"));
    }
    if (row.getAs("contacts_previous_year") != null) {
      figures.add(
          figure(
              "earlier",
              week.minusWeeks(52),
              "topic",
              service,
              topic,
              row,
              "contacts_previous_year"));
    }
    if (row.getAs("contacts_mean_4_weeks") != null) {
      // As if it told each of the four weeks.
      for (int back = 1; back <= 4; back++) {
        LocalDate earlier = week.minusWeeks(back);
        long n =
            contacts.stream()
                .filter(c -> c.week().equals(earlier) && c.topic().equals(topic))
                .filter(c -> service.equals("all") || c.service().equals(service))
                .count();
        figures.add(new Figure("earlier", earlier, "topic", service, topic, n));
      }
    }
    return figures.stream();
  }

  private static Figure figure(
      String source,
      LocalDate week,
      String dimension,
      String service,
      String segment,
      Row row,
      String column) {
    return new Figure(source, week, dimension, service, segment, (long) number(row, column));
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }

  private static double sum(List<Row> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row, column)).sum();
  }
}
