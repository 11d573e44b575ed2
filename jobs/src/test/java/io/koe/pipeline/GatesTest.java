package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.duckdb.DuckDb;
import io.koe.duckdb.DuckDbSql;
import io.koe.duckdb.TableOrder;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.Settings;
import io.koe.night.SqlParameters;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gate is tripped by the fault it is for, and by nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatesTest {
  private static final TableCatalog CATALOG = TableCatalog.load();
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 4);
  private static final Map<String, Object> PARAMETERS =
      SqlParameters.of(
          new Night(
              "test-run",
              NIGHT,
              NIGHT,
              Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS)));

  private final DuckDb duckDb = DuckDb.open();
  private final Set<String> planted = new TreeSet<>();

  @BeforeAll
  void makeEmptyTables() {
    CATALOG.tables().stream()
        .filter(t -> !t.computedBySql())
        .forEach(t -> duckDb.execute(t.name(), DuckDbSql.empty(t)));
    TableOrder.of(CATALOG, List.of())
        .forEach(t -> duckDb.execute(t.fileName(), DuckDbSql.table(t, PARAMETERS)));
  }

  @AfterEach
  void empty() {
    planted.forEach(table -> duckDb.execute(table, "delete from " + table));
    planted.clear();
  }

  @AfterAll
  void close() {
    duckDb.close();
  }

  private void insert(String table, String columnsAndRows) {
    planted.add(table);
    duckDb.execute(table, "insert into " + table + " " + columnsAndRows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          G1  | releases | 'r1' as release_id from range(N)
          G3  | landed_inquiry_events | 'e' as event_id, 'q' as inquiry_id, night as arrival_date, if(N = 1, 'resolved', 'solved') as event_type
          G4  | inquiry_topics | 'q' as inquiry_id, if(N = 1, 'unassigned', 't9') as topic_id, true as is_primary, 1.0 as weight, night as created_date
          G5  | release_impacts | 'r' as release_id, if(N = 1, 0.1, -0.1) as p_value, 0.2 as q_value
          G6  | rate_changes_weekly | 'm' as metric_id, 0.1 * N as mix_effect, 0.1 as rate_effect, 0.0 as entry_exit_effect, 0.2 as total_change
          G7  | input_files | 'inquiries' as table_name, 'f' as file, night as arrival_date, 4 + N as rows_read, 5 as accepted, 0 as rejected, 0 as duplicates, 0 as superseded, 0 as erased, true as is_readable
          G9  | restatements | 'contacts_gross' as metric_id, night as restated_date, 5.0 as old_value, 6.0 - 2 * (N - 1) as new_value
          G11 | contact_rates_weekly | date '2026-09-28' as week_start_date, 'm' as measure, if(N = 1, 5, 4) as users
          G11 | volume_changes_weekly | 'contacts' as metric_id, true as is_suppressed, if(N = 1, 5, 4) as users
          G12 | topic_quotes | if(N = 1, '電話は<PHONE>です', '電話は090-1234-5678です') as quote
          G12 | landed_inquiries | 'q' as inquiry_id, night as arrival_date, if(N = 1, '注文12345678の件', 'あ08012345678です') as body
          G12 | landed_inquiries | 'q' as inquiry_id, night as arrival_date, if(N = 1, '1234-5678-90', 'カード 4111-1111-1111-1111') as subject
          G12 | landed_inquiry_messages | 'm' as message_id, night as arrival_date, if(N = 1, '@koeです', 'a1@example.co.jpへ') as body
          G12 | landed_help_sessions | 's' as session_id, night as arrival_date, if(N = 1, 'a4111111111111111', '4111111111111111') as search_terms
          G13 | known_inquiries | concat('q', d, '-', n) as inquiry_id, night - d as arrival_date from range(0, 57) r(d), range(100) s(n) where d > 0 or n < if(N = 1, 100, 40)
          G14 | known_inquiries | 'q' as inquiry_id, cast(night - if(N = 1, 1, 2) as timestamp) as created_at, night - 99 as arrival_date
          G15 | inquiry_topics | concat(d, n) as inquiry_id, night as model_date, true as is_primary, 1.0 as weight, night - d as created_date, if(n < if(d < 7, 7 * N, 7), 'unassigned', 't1') as topic_id from range(35) r(d), range(100) s(n)
          G16 | landed_inquiries | concat(d, n) as inquiry_id, night - d as arrival_date, if(d = 0 and N = 2, 'あ<NAME>と<NAME>と<NAME>と<NAME>', 'あ<NAME>') as body from range(0, 8) r(d), range(50) s(n)
          G17 | inquiry_topics | concat(d, n) as inquiry_id, night as model_date, true as is_primary, 1.0 as weight, night - d as created_date, if(n < if(d < 7 and N = 2, 90, 50), 't1', 't2') as topic_id from range(35) r(d), range(100) s(n)
          G18 | rejected_rows | 'inquiries' as table_name, 'unparseable' as reason, night as arrival_date from range(if(N = 1, 10, 11))
          """)
  void aFaultTripsItsGateAlone(String gate, String table, String rows) {
    insert(
        "topics",
        "(topic_id, valid_from) values ('t1', date '2026-01-01'), ('t2', date '2026-01-01')");
    insert("touched_weeks", "values ('rates', date '2026-09-28')");
    insert("input_files", filesOfNights());
    Set<String> clean = violated(table, rows, 1);
    Set<String> faulty = violated(table, rows, 2);
    faulty.removeAll(clean);
    assertEquals(Set.of(gate), faulty);
    assertTrue(!clean.contains(gate), clean.toString());
  }

  /** The gates that fail when a table has the rows, of which {@code N} makes good ones or bad. */
  private Set<String> violated(String table, String rows, int n) {
    String night = "date '" + NIGHT + "'";
    String query =
        rows.replaceAll("\\bN\\b", "" + n)
            .replace("night - d", "night - cast(d as int)")
            .replaceAll("\\bnight\\b", night);
    duckDb.execute(table, "delete from " + table);
    insert(table, "by name select " + query);
    Set<String> violated = new TreeSet<>();
    List<TableCheck> checks = new ArrayList<>(CATALOG.checks());
    checks.add(SmallCells.check(CATALOG, t -> true));
    for (TableCheck check : checks) {
      if (check.query().contains(table) && violations(check) > 0) {
        violated.addAll(check.gates());
      }
    }
    return violated;
  }

  private long violations(TableCheck check) {
    String query = DuckDbSql.query(check.query(), PARAMETERS);
    return duckDb.number(check.file(), "select count(*) from (" + query + "\n)");
  }

  private static String filesOfNights() {
    return "(table_name, file, arrival_date, rows_read, accepted, rejected,"
        + " duplicates, superseded, erased, is_readable) select 'inquiries', 'f' || d,"
        + " date '%s' - cast(d as int), 100, 100, 0, 0, 0, 0, true from range(0, 57) r(d)"
            .formatted(NIGHT);
  }

  @Test
  void anInquiryThatLandedAndIsNotKnownStops() {
    TableCheck known = check("known_inquiries.check.sql");
    String row = "(inquiry_id, arrival_date) values ('q', date '%s')".formatted(NIGHT);
    insert("landed_inquiries", row);
    assertEquals(1, violations(known));
    insert("known_inquiries", row);
    assertEquals(0, violations(known));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "40, false", "900, false", "1100, true"})
  void aNightWithoutInquiriesOrTenTimesAsManyStops(int inquiries, boolean stops) {
    insert("input_files", filesOfNights());
    insert(
        "known_inquiries",
        "(inquiry_id, arrival_date) select 'q' || d || '-' || n,"
            + " date '%s' - cast(d as int) from range(0, 57) r(d), range(1100) s(n) where n < if(d = 0, %d, 100)"
                .formatted(NIGHT, inquiries));
    TableCheck extreme = check("landed_inquiries.volume_extreme.check.sql");
    assertEquals(stops, violations(extreme) > 0);
  }

  /** Ten histories of sixty days, with weekdays of their own and more spread than Poisson's. */
  @Test
  void volumesAreSeldomWronglyWarnedAboutAndADayThatLacksSixtyPercentAlways() {
    TableCheck volume = check("landed_inquiries.volume.check.sql");
    Random random = new Random(20260401);
    int nights = 0;
    int alarms = 0;
    for (int history = 0; history < 10; history++) {
      int[] days = history(random, 60);
      alarms += alarms(volume, days, 30);
      nights += 30;
      for (int day = 30; day < 60; day += 13) {
        int[] lacking = days.clone();
        lacking[day] = (int) (0.4 * mean(day));
        assertEquals(1, alarmsOn(volume, lacking, day), "day " + day);
      }
    }
    assertTrue(alarms <= 0.02 * nights, alarms + " of " + nights);
  }

  private static double mean(int day) {
    return day % 7 < 5 ? 400 : 250;
  }

  private static int[] history(Random random, int days) {
    int[] counts = new int[days];
    for (int day = 0; day < days; day++) {
      double mean = mean(day) * (1 + 0.03 * random.nextGaussian());
      counts[day] = (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
    }
    return counts;
  }

  private int alarms(TableCheck volume, int[] days, int from) {
    return alarms(volume, days, from, days.length - 1);
  }

  private int alarmsOn(TableCheck volume, int[] days, int day) {
    return alarms(volume, days, day, day);
  }

  private int alarms(TableCheck volume, int[] days, int from, int to) {
    LocalDate first = NIGHT.minusDays(days.length - 1L);
    empty();
    StringBuilder counts = new StringBuilder();
    for (int day = 0; day < days.length; day++) {
      counts.append(day == 0 ? "" : ", ").append(days[day]);
    }
    String nights =
        "(select unnest([%s]) as n, generate_subscripts([%s], 1) as d)".formatted(counts, counts);
    insert(
        "input_files",
        "(table_name, file, arrival_date) select 'inquiries', 'f',"
            + " date '%s' + cast(d - 1 as int) from %s".formatted(first, nights));
    insert(
        "known_inquiries",
        "(inquiry_id, arrival_date) select 'q',"
            + " date '%s' + cast(d - 1 as int) from %s, range(1000) r(i) where i < n"
                .formatted(first, nights));
    Night night =
        new Night(
            "test-run",
            first.plusDays(from),
            first.plusDays(to),
            Settings.defaults().withMinimumUsers(Settings.FEWEST_USERS));
    String query = DuckDbSql.query(volume.query(), SqlParameters.of(night));
    return (int) duckDb.number(volume.file(), "select count(*) from (" + query + "\n)");
  }

  private static TableCheck check(String file) {
    return CATALOG.checks().stream().filter(c -> c.file().equals(file)).findFirst().orElseThrow();
  }

  @Test
  void anAcceptedGateMayFailAndTheOthersMayNot() {
    Acceptance acceptance = new Acceptance(Set.of("G13"), "a campaign");
    DataChecks.Result volume =
        new DataChecks.Result(check("landed_inquiries.volume_extreme.check.sql"), 1);
    DataChecks.Result sums = new DataChecks.Result(check("volume_changes_weekly.check.sql"), 1);
    DataChecks.requireNoFailure(List.of(volume), acceptance);
    assertEquals(Map.of("G13", "a campaign"), acceptance.used(List.of(volume)));
    KoeException stopped =
        assertThrows(
            KoeException.class,
            () -> DataChecks.requireNoFailure(List.of(volume, sums), acceptance));
    assertEquals(ExitCode.CHECK_FAILED, stopped.exitCode());
    assertTrue(stopped.getMessage().startsWith("G6: volume_changes_weekly"), stopped.getMessage());
    assertThrows(
        KoeException.class, () -> DataChecks.requireNoFailure(List.of(volume), Acceptance.NONE));
  }

  @ParameterizedTest
  @CsvSource({"G1", "G2", "G3", "G7", "G11", "G12", "G19", "G0", "volume"})
  void someGatesCannotBeOverridden(String gate) {
    KoeException refused =
        assertThrows(KoeException.class, () -> new Acceptance(Set.of(gate, "G13"), "because"));
    assertEquals(ExitCode.USAGE, refused.exitCode());
  }
}
