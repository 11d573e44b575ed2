package io.koe.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestKey;
import io.koe.TestSpark;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small messy drop of two nights in every format, end to end. */
class IngestStageTest {
  private static final String RAW = "09012345678";
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-10-02");

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  @BeforeEach
  void writeDrop() throws IOException {
    file("inquiries/dt=2026-10-01/a.jsonl", inquiry("q1", 1, 10) + inquiry("q2", 1, 11) + "\n");
    file("inquiries/dt=2026-10-01/b.jsonl", inquiry("q2", 1, 12) + "{\"broken " + RAW + "\n");
    file("inquiries/dt=2026-10-02/a.jsonl", inquiry("q1", 2, 9) + inquiry("q3", 2, 10));
    file("inquiries/dt=2026-10-02/z.jsonl.gz", "not gzip " + RAW);
    file(
        "inquiry_events/dt=2026-10-01/a.csv",
        """
        event_type,event_id,inquiry_id,occurred_at,actor_type,extra
        resolved,e1,q1,2026-10-01T09:59:59Z,agent,x
        resolved,e2,q1,2026-10-01T10:00:00Z,agent,x
        resolved,e3,q2,2026-10-01T10:00:00Z,agent,x
        assigned,e4,q9,2026-10-01T10:00:00Z,agent,x
        """);
    file(
        "inquiry_events/dt=2026-10-02/a.csv",
        """
        event_type,event_id,inquiry_id,occurred_at,actor_type
        reopened,e5,q1,2026-10-02T08:59:59Z,agent
        reopened,e2,q2,2026-10-02T10:00:00Z,agent
        """);
    file("calendar/days.csv", "calendar_date,day_class\n2026-10-01,weekday\n");
    spark
        .sql(
            "select date'2026-10-01' as exposure_date, 'mercari' as service, 'ios' as platform,"
                + " 'listings' as measure, bigint(5) as value union all"
                + " select date'2026-10-03', 'mercari', 'ios', 'listings', 5")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("drop/exposures/dt=2026-10-01").toString());
  }

  @Test
  void everyRowOfEveryFileIsAccountedFor() {
    run("backfill", FIRST, SECOND, Optional.empty());
    assertEquals(
        """
        calendar/days.csv 1=1+0+0 true
        exposures/dt=2026-10-01 2=1+1+0 true
        inquiries/dt=2026-10-01/a.jsonl 2=1+0+1 true
        inquiries/dt=2026-10-01/b.jsonl 2=1+1+0 true
        inquiries/dt=2026-10-02/a.jsonl 2=2+0+0 true
        inquiries/dt=2026-10-02/z.jsonl.gz 0=0+0+0 false
        inquiry_events/dt=2026-10-01/a.csv 4=2+2+0 true
        inquiry_events/dt=2026-10-02/a.csv 2=1+1+0 true\
        """,
        rows(
            "select concat(regexp_replace(file, '/part-.*', ''), ' ', rows_read, '=', accepted,"
                + " '+', rejected, '+', duplicates, ' ', is_readable) from input_files"));
    assertEquals(
        """
        before_inquiry inquiry_events 2
        before_inquiry inquiry_events 2
        before_inquiry inquiry_events 4
        in_future exposures 2
        unparseable inquiries 2\
        """,
        rows("select concat_ws(' ', reason, table_name, row_number) from rejected_rows"));
    assertEquals("2", rows("select sum(superseded) from input_files"));
    assertEquals(
        "false", rows("select is_present from input_tables where table_name = 'releases'"));
    assertEquals("1", rows("select max(unknown_columns) from input_files"));
  }

  @Test
  void aBackfillEqualsItsNights() {
    RunTables backfill = run("backfill", FIRST, SECOND, Optional.empty());
    String bulk = landed();
    run("night1", FIRST, FIRST, Optional.empty());
    run("night2", SECOND, SECOND, Optional.of(folder.resolve("night1")));
    assertEquals(bulk, landed());
    assertTrue(backfill.isStaged("inquiries"));
    assertTrue(bulk.contains("q1 2026-10-02 2026-10-02"), bulk);
  }

  @Test
  void anInquiryMovedAfterMonthsLeavesItsOldDay() throws IOException {
    LocalDate spring = LocalDate.parse("2026-03-01");
    String old = inquiry("q1", 1, 10).replace("2026-10-01", "2026-03-01");
    file("inquiries/dt=2026-03-01/a.jsonl", old + old.replace("q1", "q7"));
    run("spring", spring, spring, Optional.empty());
    run("night1", FIRST, FIRST, Optional.of(folder.resolve("spring")));
    assertEquals(
        """
        q1 2026-10-01
        q2 2026-10-01
        q7 2026-03-01\
        """,
        rows("select concat_ws(' ', inquiry_id, created_date) from inquiries"));
    assertEquals("0", rows("select sum(superseded) from input_files"));
  }

  @Test
  void aTableWithoutRowsOfTheNightStaysThatOfEarlierNights() throws IOException {
    run("night1", FIRST, FIRST, Optional.empty());
    RunTables second = run("night2", SECOND, SECOND, Optional.of(folder.resolve("night1")));
    assertFalse(second.isStaged("landed_exposures"));
    assertEquals("1", rows("select count(*) from landed_exposures"));
    try (Stream<Path> files = Files.list(folder.resolve("drop/exposures/dt=2026-10-01"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    RunTables again = run("again", FIRST, FIRST, Optional.of(folder.resolve("night1")));
    assertTrue(again.isStaged("landed_exposures"));
    assertEquals("0", rows("select count(*) from landed_exposures"));
  }

  @Test
  void nothingRawIsWritten() throws IOException {
    run("backfill", FIRST, SECOND, Optional.empty());
    try (Stream<Path> files = Files.walk(folder.resolve("backfill"))) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        assertFalse(new String(Files.readAllBytes(path), UTF_8).contains(RAW), path.toString());
      }
    }
    assertEquals("0", rows("select count(*) from inquiries where body like '%" + RAW + "%'"));
  }

  @Test
  void aNightWithoutInquiriesSaysWhichIsTheNewest() {
    LocalDate third = SECOND.plusDays(1);
    KoeException missing =
        assertThrows(KoeException.class, () -> run("night3", third, third, Optional.empty()));
    assertEquals(ExitCode.INPUT_MISSING, missing.exitCode());
    assertTrue(missing.fix().contains("2026-10-02"));
  }

  @Test
  void anErasedPersonsInquiriesStayOutAndSoDoesWhatFollowsThem() {
    RunTables ledger = new RunTables(spark, catalog, folder.resolve("ledger"), Optional.empty());
    Pseudonymizer pseudonymizer = PseudonymKey.load(key()).pseudonymizer();
    ledger.write(
        "erased_ids",
        spark.sql(
            "select 'user' as kind, '%s' as erased_hash, date'2026-09-30' as erased_date"
                .formatted(pseudonymizer.erasedUser(pseudonymizer.user("u1")))));
    run("night", FIRST, SECOND, Optional.of(folder.resolve("ledger")));
    assertEquals("0", rows("select count(*) from landed_inquiries"));
    assertEquals("0", rows("select count(*) from inquiries"));
    assertEquals("q9", rows("select inquiry_id from landed_inquiry_events"));
    assertEquals(
        "inquiry 3\nuser 1",
        rows("select concat(kind, ' ', count(*)) from erased_ids group by kind"));
    assertEquals(
        rows("select count(*) from rejected_rows where reason = 'erased'"),
        rows("select sum(erased) from input_files"));
  }

  @Test
  void aFileThatGrowsWhileItIsReadStopsTheRun() throws Exception {
    Path growing = folder.resolve("drop/inquiries/dt=2026-10-01/a.jsonl");
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int row = 100; !Thread.interrupted(); row++) {
                  Files.writeString(growing, inquiry("q" + row, 1, 10), StandardOpenOption.APPEND);
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException e) {
                return;
              }
            });
    writer.start();
    KoeException stopped =
        assertThrows(KoeException.class, () -> run("night", FIRST, FIRST, Optional.empty()));
    writer.interrupt();
    writer.join();
    assertEquals(ExitCode.INPUT_MISSING, stopped.exitCode());
    assertEquals("A file of the drop changed while it was read.", stopped.getMessage());
    assertEquals(growing.toString(), stopped.where());
    run("again", FIRST, FIRST, Optional.empty());
  }

  @Test
  void aFileReplacedByAnotherOfItsSizeStopsTheRun() throws IOException {
    Path replaced = folder.resolve("drop/inquiries/dt=2026-10-01/a.jsonl");
    InputFile listed = InputFile.listed(0, "inquiries", "a.jsonl", replaced, FIRST, null);
    InputDrop.requireUnchanged(List.of(listed));
    Files.writeString(replaced, Files.readString(replaced).replace("q1", "q9"));
    Files.setLastModifiedTime(replaced, FileTime.from(Instant.now().plusSeconds(1)));
    assertThrows(KoeException.class, () -> InputDrop.requireUnchanged(List.of(listed)));
  }

  @Test
  void tooManyRejectsStopTheRun() throws IOException {
    file("inquiries/dt=2026-10-01/c.jsonl", "{}\n".repeat(101));
    KoeException stopped =
        assertThrows(KoeException.class, () -> run("night", FIRST, FIRST, Optional.empty()));
    assertEquals(ExitCode.CHECK_FAILED, stopped.exitCode());
  }

  private RunTables run(String name, LocalDate first, LocalDate last, Optional<Path> parent) {
    RunTables tables = new RunTables(spark, catalog, folder.resolve(name), parent);
    Night night = new Night(name, first, last, Settings.defaults());
    new IngestStage(folder.resolve("drop"), key()).run(tables, night);
    return tables;
  }

  private Path key() {
    try {
      return TestKey.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that later stages read, as text. */
  private String landed() {
    return rows(
            "select concat_ws(' ', inquiry_id, created_date, arrival_date, body) from inquiries")
        + rows("select to_json(struct(*)) from landed_inquiries")
        + rows("select to_json(struct(*)) from landed_inquiry_events")
        + rows("select to_json(struct(*)) from landed_exposures")
        + rows("select to_json(struct(*)) from rejected_rows where table_name <> 'calendar'")
        + rows("select to_json(struct(*)) from input_files where table_name <> 'calendar'");
  }

  private String rows(String sql) {
    List<String> rows =
        spark.sql(sql).collectAsList().stream()
            .map(r -> String.valueOf(r.get(0)))
            .sorted()
            .toList();
    return String.join("\n", rows);
  }

  private static String inquiry(String id, int day, int hour) {
    return """
        {"inquiry_id": "%s", "user_id": "u1", "service": "mercari", "channel": "form", \
        "created_at": "2026-10-0%dT%02d:00:00Z", "body": "電話は%sです"}
        """
        .formatted(id, day, hour, RAW);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve("drop").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
