package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights with rejects, and a third that reads the mended files, too. */
class ReplayTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);
  private static final String EVENTS = "event_type,event_id,inquiry_id,occurred_at,actor_type\n";

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  @BeforeEach
  void twoNightsWithRejects() throws IOException {
    file("drop/inquiries/dt=2026-10-01/a.jsonl", inquiry("q1", "01T10", "old") + "{\"broken\n");
    file("drop/inquiries/dt=2026-10-01/b.jsonl", inquiry("q4", "01T10", "as it came"));
    file("drop/inquiries/dt=2026-10-01/c.csv", "inquiry,id\n");
    file("drop/inquiries/dt=2026-10-02/a.jsonl", inquiry("q1", "01T12", "new"));
    file("drop/inquiries/dt=2026-10-03/a.jsonl", inquiry("q5", "03T10", "of the night"));
    file(
        "drop/inquiry_events/dt=2026-10-01/a.csv",
        EVENTS
            + "resolved,e1,q1,2026-10-01T09:59:59Z,agent\n"
            + "resolved,e2,q1,2026-10-01T12:30:00Z,agent\n");
    file(
        "drop/inquiry_events/dt=2026-10-03/a.csv",
        EVENTS
            + "reopened,e8,q1,2026-10-01T11:00:00Z,agent\n"
            + "assigned,e9,q2,2026-10-01T11:00:00Z,agent\n");
    run("nights", FIRST, SECOND, Optional.empty(), Optional.empty());
  }

  @Test
  void whatWasRejectedArrivesLateAndWhatWasAcceptedIsADuplicate() throws IOException {
    file(
        "mended/inquiries/dt=2026-10-01/a.jsonl",
        inquiry("q1", "01T10", "old") + inquiry("q2", "01T10", "mended"));
    file("mended/inquiries/dt=2026-10-01/b.jsonl", inquiry("q4", "01T10", "nobody asked for"));
    file("mended/inquiries/dt=2026-10-01/c.jsonl", inquiry("q3", "01T10", "read") + "{\"still\n");
    file(
        "mended/inquiry_events/dt=2026-10-01/a.csv",
        EVENTS
            + "resolved,e1,q1,2026-10-01T12:10:00Z,agent\n"
            + "resolved,e2,q1,2026-10-01T12:30:00Z,agent\n");
    replay();
    assertEquals(
        """
        inquiries/dt=2026-10-01/a.jsonl 2=1+0+1 inquiries/dt=2026-10-01/a.jsonl
        inquiries/dt=2026-10-01/c.jsonl 2=1+1+0 inquiries/dt=2026-10-01/c.csv
        inquiries/dt=2026-10-03/a.jsonl 1=1+0+0
        inquiry_events/dt=2026-10-01/a.csv 2=1+0+1 inquiry_events/dt=2026-10-01/a.csv
        inquiry_events/dt=2026-10-03/a.csv 2=1+1+0\
        """,
        rows(
            "select concat_ws(' ', file, concat(rows_read, '=', accepted, '+', rejected, '+',"
                + " duplicates), replays) from input_files where arrival_date = '2026-10-03'"));
    assertEquals(
        "q1 2026-10-02 new\nq2 2026-10-03 mended\nq3 2026-10-03 read\nq4 2026-10-01 as it came\n"
            + "q5 2026-10-03 of the night",
        rows("select concat_ws(' ', inquiry_id, arrival_date, body) from inquiries"));
    assertEquals("e1\ne9", rows(arrivedThird("event_id", "landed_inquiry_events")));
    assertEquals(
        "inquiries/dt=2026-10-01/c.jsonl unparseable\n"
            + "inquiry_events/dt=2026-10-03/a.csv before_inquiry",
        rows(arrivedThird("concat(file, ' ', reason)", "rejected_rows")));
    assertEquals("0", rows(arrivedThird("sum(superseded)", "input_files")));
  }

  private static String arrivedThird(String column, String table) {
    return "select " + column + " from " + table + " where arrival_date = '2026-10-03'";
  }

  @Test
  void aRowOfTheNightWinsOverThatOfAMendedFile() throws IOException {
    file("drop/inquiries/dt=2026-10-03/b.jsonl", inquiry("q2", "01T10", "sent again"));
    file("mended/inquiries/dt=2026-10-01/a.jsonl", inquiry("q2", "01T10", "mended"));
    replay();
    assertEquals("sent again", rows("select body from landed_inquiries where inquiry_id = 'q2'"));
  }

  @Test
  void filesOfWhichNothingWasRejectedAreNoReplay() throws IOException {
    file("mended/inquiries/dt=2026-10-01/b.jsonl", inquiry("q4", "01T10", "nobody asked for"));
    KoeException refused = assertThrows(KoeException.class, this::replay);
    assertEquals(ExitCode.INPUT_MISSING, refused.exitCode());
    assertTrue(refused.fix().contains("koe quarantine list"), refused.fix());
  }

  @Test
  void aMendedFileIsKnownByItsNameWithoutEncodingAndExtension() {
    RejectedFiles rejected =
        new RejectedFiles(List.of("t/dt=1/a.csv", "t/dt=1/a.euc-jp.csv", "t/dt=1/b.1.xlsx"));
    assertEquals(Optional.of("t/dt=1/a.csv"), rejected.mendedBy("t/dt=1/a.csv"));
    assertEquals(Optional.of("t/dt=1/a.euc-jp.csv"), rejected.mendedBy("t/dt=1/a.CP932.csv.gz"));
    assertEquals(Optional.of("t/dt=1/b.1.xlsx"), rejected.mendedBy("t/dt=1/b.1.utf-8.jsonl.zst"));
    assertEquals(Optional.empty(), rejected.mendedBy("t/dt=2/a.csv"));
    assertEquals(Optional.empty(), rejected.mendedBy("t/dt=1/b.2.csv"));
  }

  private void replay() {
    run(
        "third",
        THIRD,
        THIRD,
        Optional.of(folder.resolve("nights")),
        Optional.of(folder.resolve("mended")));
  }

  private void run(
      String name, LocalDate first, LocalDate last, Optional<Path> parent, Optional<Path> mended) {
    RunTables tables = new RunTables(spark, catalog, folder.resolve(name), parent);
    Night night = new Night(name, first, last, Settings.defaults());
    new IngestStage(folder.resolve("drop"), mended, folder.resolve("koe.key")).run(tables, night);
  }

  private String rows(String sql) {
    return String.join(
        "\n",
        spark.sql(sql).collectAsList().stream()
            .map(row -> String.valueOf(row.get(0)))
            .sorted()
            .toList());
  }

  private static String inquiry(String id, String dayAndHour, String body) {
    return """
        {"inquiry_id": "%s", "user_id": "u1", "service": "mercari", "channel": "form", \
        "created_at": "2026-10-%s:00:00Z", "body": "%s"}
        """
        .formatted(id, dayAndHour, body);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    TestKey.in(folder);
  }
}
