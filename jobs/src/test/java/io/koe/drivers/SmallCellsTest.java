package io.koe.drivers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.duckdb.DuckDbEngine;
import io.koe.metrics.MetricsStage;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlEngine;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks the shared tables of contacts with all they show: random contacts of few and many users,
 * topics and services, a few weeks a seed with an empty week between seeds, through the real SQL.
 */
class SmallCellsTest {
  private static final int FEWEST = 10;
  private static final int SEEDS = 15;
  private static final int WEEKS = 3;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  private static final LocalDate RUN_DATE = FIRST.plusYears(2);
  private static final String WITHHELD = "withheld";
  private static final List<String> SERVICES = List.of("mercari", "merpay", "shops", "hallo");
  private static final List<String> DIMENSIONS = List.of("topic", "channel", "office");

  /** Besides the states of the contacts; those of other measures are empty. */
  private static final List<String> GIVEN =
      List.of(
          "exposures_weekly",
          "topic_labels_weekly",
          "resolution_estimates",
          "time_quantiles",
          "help_session_outcomes",
          "self_resolution_cells");

  /** The stages' own, from the contacts on to the last table of theirs. */
  private static final List<String> STEPS =
      Stream.concat(
              between(new MetricsStage().tables(), "cell_groups", "metrics_weekly"),
              between(DriversStage.WEEKLY, "driver_contacts", "topic_impacts_weekly"))
          .filter(table -> !GIVEN.contains(table))
          .toList();

  /** The drivers' tables readers see. */
  private static final List<String> SHOWN =
      STEPS.subList(STEPS.indexOf("contact_drivers_weekly"), STEPS.size());

  /** What cells are counted from besides contacts. */
  private static final String STATE_COLUMNS =
      "seen_before_date date, is_resolved_now boolean, is_fcr_no_repeat boolean,"
          + " is_one_touch_eq1 boolean, is_one_touch_lt2 boolean, is_fcr_customer0 boolean,"
          + " is_closed_once_one_agent boolean, unfinished_resolves bigint, next_date date";

  private static final String ESTIMATE_COLUMNS =
      "clock string, cell_id int, follow_up_hours double, estimate double, estimate_low double,"
          + " estimate_high double, median_hours double, p75_hours double, p90_hours double";

  private static final String QUANTILE_COLUMNS =
      "known_date date, cell_id int, reply_median double, reply_p75 double, reply_p90 double,"
          + " reply_business_median double, reply_business_p75 double, reply_business_p90 double,"
          + " resolution_median double, resolution_p75 double, resolution_p90 double,"
          + " resolution_business_median double, resolution_business_p75 double,"
          + " resolution_business_p90 double";

  @TempDir private static Path folder;
  private static List<Contact> contacts;
  private static final Map<String, List<Row>> TABLES = new HashMap<>();

  record Contact(
      LocalDate day, String user, String service, String channel, String topic, String office) {
    LocalDate week() {
      return day.with(DayOfWeek.MONDAY);
    }

    Contact ofService(String other) {
      return new Contact(day, user, other, channel, topic, office);
    }

    String segment(String dimension) {
      return switch (dimension) {
        case "topic" -> topic;
        case "channel" -> channel;
        case "office" -> office;
        default -> service;
      };
    }
  }

  /** A number of contacts that a table shows of a week, with the rows it can be subtracted from. */
  record Figure(
      String source, LocalDate week, String dimension, String service, String segment, long n) {
    boolean isCell() {
      return !dimension.equals("service") && !service.equals("all");
    }
  }

  @BeforeAll
  static void compute() throws SqlEngine.TooLargeException {
    contacts = IntStream.range(0, SEEDS).boxed().flatMap(SmallCellsTest::random).toList();
    SparkSession spark = TestSpark.session();
    TableCatalog catalog = TableCatalog.load();
    try (SqlEngine engine = DuckDbEngine.start(catalog, 2)) {
      give(engine, spark);
      compute(engine, spark, catalog);
    }
  }

  private static void give(SqlEngine engine, SparkSession spark) {
    Dataset<Row> contactStates =
        spark.createDataFrame(
            IntStream.range(0, contacts.size()).mapToObj(SmallCellsTest::row).toList(),
            StructType.fromDDL(
                "inquiry_id string, user_id string, service string, channel string, topic_id string,"
                    + " office string, created_date date, week_start_date date,"
                    + " full_resolution_hours double, is_durably_resolved boolean, is_counted boolean,"
                    + " resolves_in_horizon bigint, reopened_resolves bigint"));
    given(engine, "inquiry_states", contactStates);
    Dataset<Row> states =
        contactStates
            .withColumn("as_of_date", lit(Date.valueOf(RUN_DATE)))
            .withColumn("population", lit("contacts"))
            .withColumn("is_only_row", expr("count(*) over (partition by user_id) = 1"))
            .withColumn("is_new_story", lit(false))
            .withColumn("is_old_story", lit(false));
    StructType declared = StructType.fromDDL(STATE_COLUMNS);
    for (StructField field : declared.fields()) {
      states = states.withColumn(field.name(), lit(null).cast(field.dataType()));
    }
    given(engine, "cell_states", states);
    given(engine, "resolution_estimates", ESTIMATE_COLUMNS, List.of());
    given(engine, "time_quantiles", QUANTILE_COLUMNS, List.of());
    given(
        engine,
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
        engine,
        "topic_labels_weekly",
        "week_start_date date, topic_id string, label string",
        List.of());
    given(engine, "touched_weeks", "subject string, week_start_date date", List.of());
    given(engine, "contact_counts_weekly_before", "week_start_date date", List.of());
  }

  private static void compute(SqlEngine engine, SparkSession spark, TableCatalog catalog)
      throws SqlEngine.TooLargeException {
    Map<String, Object> parameters =
        new TreeMap<>(SqlParameters.of(new Night("test", FIRST, RUN_DATE, Settings.defaults())));
    parameters.put("minimum_users", FEWEST);
    for (String table : STEPS) {
      engine.compute(catalog.table(table), parameters);
      String written = folder.resolve(table).toString();
      engine.write(catalog.table(table), folder.resolve(table));
      TABLES.put(table, spark.read().parquet(written).collectAsList());
      if (table.equals("metric_cells_as_of")) {
        given(engine, "self_resolution_cells", spark.read().parquet(written).limit(0));
      }
    }
  }

  private static Stream<String> between(List<String> tables, String first, String last) {
    return tables.subList(tables.indexOf(first), tables.indexOf(last) + 1).stream();
  }

  private static void given(SqlEngine engine, String table, String columns, List<Row> rows) {
    SparkSession spark = TestSpark.session();
    given(engine, table, spark.createDataFrame(rows, StructType.fromDDL(columns)));
  }

  private static void given(SqlEngine engine, String table, Dataset<Row> rows) {
    rows.coalesce(1).write().parquet(folder.resolve(table).toString());
    engine.see(table, folder.resolve(table));
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
        c.office(),
        Date.valueOf(c.day()),
        week,
        hours,
        n % 2 == 0,
        true,
        1L,
        0L);
  }

  /** Services and topics of all sizes; topics of one service alone, and with a few of another. */
  private static Stream<Contact> random(int seed) {
    Random random = new Random(seed);
    int services = 1 + random.nextInt(SERVICES.size());
    int topics = 2 + random.nextInt(11);
    double alone = random.nextDouble();
    int days = List.of(1, 2, 7).get(seed % 3);
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
              LocalDate day = week.plusDays(random.nextInt(days));
              String office = List.of("tokyo", "tokyo", "sendai", "partner").get(random.nextInt(4));
              found.add(new Contact(day, user, SERVICES.get(s), channel, "t" + t, office));
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
                DIMENSIONS.forEach(d -> attack(week, d, all, shown.getOrDefault(week, List.of()))));
  }

  @Test
  void noDayIsGivenAwayByItsTotals() {
    Map<LocalDate, List<Figure>> shown = metrics("metrics_daily").collect(groupingBy(Figure::week));
    contacts.stream()
        .collect(groupingBy(Contact::day))
        .forEach(
            (day, all) -> {
              List<Figure> figures = shown.getOrDefault(day, List.of());
              if (figures.stream().anyMatch(f -> f.service().equals("all"))) {
                DIMENSIONS.forEach(
                    d -> attack(day.toString(), d, all, named(figures), known(figures, d)));
              }
            });
    assertTrue(shown.values().stream().anyMatch(f -> f.stream().anyMatch(Figure::isCell)));
  }

  @Test
  void noSmallCellFollowsFromWhatIsShownOfDaysAndWeeks() {
    List<Figure> days = metrics("metrics_daily").toList();
    List<Figure> weeks = metrics("metrics_weekly").toList();
    contacts.stream()
        .collect(groupingBy(Contact::week))
        .forEach((week, all) -> DIMENSIONS.forEach(d -> solve(week, d, all, days, weeks)));
  }

  /** Unknown are the contacts of each day, service and segment that has some. */
  private static void solve(
      LocalDate week, String dimension, List<Contact> all, List<Figure> days, List<Figure> weeks) {
    List<List<Object>> unknown =
        all.stream()
            .map(c -> List.<Object>of(c.day(), c.service(), c.segment(dimension)))
            .distinct()
            .toList();
    LinearEquations known = new LinearEquations();
    Predicate<Figure> isOfWeek =
        f ->
            f.week().with(DayOfWeek.MONDAY).equals(week)
                && Set.of("service", dimension).contains(f.dimension());
    days.stream().filter(isOfWeek).forEach(f -> known.add(sum(unknown, f.week(), f)));
    weeks.stream().filter(isOfWeek).forEach(f -> known.add(sum(unknown, null, f)));
    for (boolean isOfDay : List.of(true, false)) {
      for (boolean isOfService : List.of(true, false)) {
        all.stream()
            .collect(
                groupingBy(
                    c ->
                        List.of(
                            isOfDay ? c.day() : week,
                            isOfService ? c.service() : "all",
                            c.segment(dimension))))
            .forEach(
                (cell, cells) ->
                    assertTrue(
                        users(cells).size() >= FEWEST
                            || !known.tell(
                                sum(
                                    unknown,
                                    isOfDay ? (LocalDate) cell.get(0) : null,
                                    (String) cell.get(1),
                                    (String) cell.get(2))),
                        () -> (isOfDay ? "day " : "week of ") + cell));
      }
    }
  }

  private static long[] sum(List<List<Object>> unknown, LocalDate day, Figure figure) {
    return figure.dimension().equals("service")
        ? sum(unknown, day, figure.segment(), "all")
        : sum(unknown, day, figure.service(), figure.segment());
  }

  /** Ones for the contacts of a day (null: any), service and segment (all: any). */
  private static long[] sum(
      List<List<Object>> unknown, LocalDate day, String service, String segment) {
    return unknown.stream()
        .mapToLong(
            cell ->
                (day == null || day.equals(cell.get(0)))
                        && (service.equals("all") || service.equals(cell.get(1)))
                        && (segment.equals("all") || segment.equals(cell.get(2)))
                    ? 1
                    : 0)
        .toArray();
  }

  /** Of one week and dimension, with all that any of the tables says about it. */
  private static void attack(
      LocalDate week, String dimension, List<Contact> all, List<Figure> shown) {
    if (shown.isEmpty()) {
      assertTrue(users(all).size() < FEWEST, week::toString);
      return;
    }
    Set<String> named =
        named(
            shown.stream()
                .filter(f -> Set.of("service", dimension).contains(f.dimension()))
                .toList());
    Set<List<String>> known = known(shown, dimension);
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
    checkValues(week, dimension, all, shown);
    attack(week.toString(), dimension, all, named, known);
  }

  private static Set<String> named(List<Figure> shown) {
    Set<String> named = new TreeSet<>();
    for (Figure f : shown) {
      if (f.n() > 0) {
        named.add(f.dimension().equals("service") ? f.segment() : f.service());
      }
    }
    named.removeAll(Set.of("all", WITHHELD));
    return named;
  }

  private static Set<List<String>> known(List<Figure> shown, String dimension) {
    return shown.stream()
        .filter(f -> f.n() > 0 && f.dimension().equals(dimension))
        .map(f -> List.of(f.service(), f.segment()))
        .collect(toSet());
  }

  /**
   * Of a day or week and dimension.
   *
   * @param named the services shown by themselves
   * @param known the services and segments whose numbers are known
   */
  private static void attack(
      String span,
      String dimension,
      List<Contact> all,
      Set<String> named,
      Set<List<String>> known) {
    List<Contact> asShown =
        all.stream().map(c -> named.contains(c.service()) ? c : c.ofService(WITHHELD)).toList();
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
          enough(span + " " + segment, cells);
          enough(span + " " + segment + " less services", unknown(cells, isKnown));
          if (!segment.equals(WITHHELD)) {
            cells.stream()
                .filter(isKnown)
                .collect(groupingBy(Contact::service))
                .forEach((service, cell) -> enough(span + " " + service + " " + segment, cell));
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
      enough(span + " " + some, ofSome);
      List<Contact> left = new ArrayList<>();
      columns.forEach(
          (segment, cells) -> {
            List<Contact> remainder = unknown(cells, isKnown);
            if (!remainder.stream().allMatch(c -> some.contains(c.service()))) {
              remainder.stream().filter(c -> some.contains(c.service())).forEach(left::add);
            }
          });
      enough(span + " " + some + " less segments", left);
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
    return Stream.concat(
        metrics("metrics_weekly"),
        SHOWN.stream()
            .flatMap(table -> TABLES.get(table).stream().flatMap(row -> figures(table, row))));
  }

  /** The numbers of contacts {@code metrics_daily} or {@code metrics_weekly} tells. */
  private static Stream<Figure> metrics(String table) {
    return TABLES.get(table).stream()
        .filter(row -> row.getAs("metric_id").equals("contacts") && row.getAs("value") != null)
        .map(SmallCellsTest::metric);
  }

  private static Figure metric(Row row) {
    String start = row.schema().contains("metric_date") ? "metric_date" : "week_start_date";
    LocalDate span = row.<Date>getAs(start).toLocalDate();
    String service = row.getAs("service");
    for (String dimension : DIMENSIONS) {
      String segment = row.getAs(dimension.equals("topic") ? "topic_id" : dimension);
      if (!segment.equals("all")) {
        return figure("earlier metrics", span, dimension, service, segment, row, "value");
      }
    }
    return figure("earlier metrics", span, "service", "all", service, row, "value");
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
