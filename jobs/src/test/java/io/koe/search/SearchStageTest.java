package io.koe.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import io.koe.store.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Four inquiries on two days: q2 arrives again on the second, q4 is spam. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchStageTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-04");
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

  @TempDir private static Path folder;
  private Path atOnce;
  private Path first;

  @BeforeAll
  void bothDaysAreIndexedAtOnce() throws SQLException, IOException {
    atOnce = run("at-once", Optional.empty(), FIRST, SECOND);
    writeOtherTables(atOnce);
    first = run("first", Optional.empty(), FIRST, FIRST);
  }

  @Test
  void theBestMatchComesFirstWithTopicStateAndMaskedWordsInContext() {
    List<SearchHit> hits = hits("匿名配送 届かない", null, null);
    assertEquals(List.of("q3", "q1"), ids(hits));
    assertEquals("t1", hits.get(1).topicId());
    assertEquals("匿名配送・届かない", hits.get(1).topic());
    assertEquals("durably_resolved", hits.get(1).resolution());
    assertEquals("【匿名配送】で送りましたが届きません。電話は<PHONE>です", hits.get(1).snippet());
    assertEquals("open", hits.get(0).resolution());
  }

  @Test
  void everyWordMustBeThereInWhateverForm() {
    assertEquals(List.of("q2"), ids(hits("返金", null, null)));
    assertEquals(List.of(), ids(hits("返金 匿名配送", null, null)));
    assertEquals(List.of("q3", "q1"), ids(hits("届きませんでした", null, null)));
  }

  @Test
  void anInquiryIsFoundByItsNewestVersionOnlyAndSpamIsNot() {
    assertEquals(List.of(), ids(hits("発送通知", null, null)));
    assertEquals(List.of(), ids(hits("当選", null, null)));
  }

  @Test
  void aSpanAndATopicNarrowTheAnswer() {
    assertEquals(List.of("q3"), ids(hits("匿名配送", SECOND, null)));
    assertEquals(List.of("q1"), ids(hits("匿名配送", null, "t1")));
    assertEquals(List.of("q1"), ids(hits("匿名配送", null, "配送・届")));
  }

  @Test
  void nightsOneByOneFindTheSameWithTheSameScores() throws SQLException, IOException {
    Path second = run("second", Optional.of(first), SECOND, SECOND);
    writeOtherTables(second);
    for (String words : List.of("匿名配送", "届かない", "返金", "匿名配送 届かない")) {
      SearchRequest request = new SearchRequest(words, Optional.empty(), Optional.empty(), 10);
      assertEquals(InquirySearch.search(atOnce, request), InquirySearch.search(second, request));
    }
    Path day = Path.of("restricted", "_search", "day=" + FIRST);
    try (var files = Files.list(second.resolve(day))) {
      for (Path file : files.toList()) {
        assertTrue(Files.isSameFile(file, first.resolve(day).resolve(file.getFileName())));
      }
    }
  }

  @Test
  void aMonthThatIsOverIsOneIndexThatFindsTheSame() throws SQLException, IOException {
    Path october = linked(atOnce, "october", "restricted/inquiry_tokens");
    linked(atOnce, "october", "restricted/_search");
    Path november = run("november", Optional.of(october), NOVEMBER, NOVEMBER);
    Path again = run("october-again", Optional.of(november), FIRST, SECOND);
    writeOtherTables(november);
    try (var indexes = Files.list(november.resolve("restricted/_search"))) {
      assertEquals(List.of("month=2026-10"), indexes.map(i -> i.getFileName().toString()).toList());
    }
    SearchRequest request = new SearchRequest("匿名配送", Optional.empty(), Optional.empty(), 10);
    assertEquals(InquirySearch.search(atOnce, request), InquirySearch.search(november, request));
    // A month's index weighs words by the whole month, a day's by the day: the same hits.
    SearchRequest since = new SearchRequest("匿名配送", Optional.of(SECOND), Optional.empty(), 10);
    assertEquals(
        ids(InquirySearch.search(atOnce, since).hits()),
        ids(InquirySearch.search(november, since).hits()));
    assertEquals(new IndexCheck.Outcome(5, 2, List.of()), IndexCheck.of(again));
  }

  @Test
  void whatTheParentLacksIsIndexed() throws IOException {
    Path unindexed = linked(first, "unindexed", "restricted/inquiry_tokens");
    Path second = run("later", Optional.of(unindexed), SECOND, SECOND);
    assertEquals(new IndexCheck.Outcome(5, 2, List.of()), IndexCheck.of(second));
  }

  @Test
  void aDayThatIsNotWholeIsSaidSo() throws IOException {
    Path broken = linked(atOnce, "broken", "restricted");
    FileTree.delete(broken.resolve("restricted/_search/day=" + SECOND));
    assertEquals(List.of(SECOND), IndexCheck.of(broken).unlike());
  }

  private static Path linked(Path snapshot, String name, String part) throws IOException {
    FileTree.link(snapshot.resolve(part), folder.resolve(name).resolve(part));
    return folder.resolve(name);
  }

  @Test
  void whatSaysNothingAndATopicThatIsNotThereAreRefused() {
    assertEquals(ExitCode.USAGE, refusal("お願いします", null).exitCode());
    assertEquals(ExitCode.USAGE, refusal("匿名配送", "t9").exitCode());
  }

  private KoeException refusal(String words, String topic) {
    return assertThrows(KoeException.class, () -> hits(words, null, topic));
  }

  private List<SearchHit> hits(String words, LocalDate since, String topic) {
    return InquirySearch.search(
            atOnce,
            new SearchRequest(words, Optional.ofNullable(since), Optional.ofNullable(topic), 10))
        .hits();
  }

  private static List<String> ids(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::inquiryId).toList();
  }

  /** Stages the tokens and the index of some nights. */
  private static Path run(String name, Optional<Path> parent, LocalDate from, LocalDate to) {
    Path staging = folder.resolve(name);
    RunTables tables = new RunTables(TestSpark.session(), TableCatalog.load(), staging, parent);
    List<Row> rows = new ArrayList<>();
    if (from.equals(FIRST)) {
      rows.add(tokens("q1", FIRST, FIRST, "匿名配送", "送る", "届く", "届かない", "電話"));
      rows.add(tokens("q2", FIRST, FIRST, "発送通知", "発送", "通知"));
    }
    if (to.equals(SECOND)) {
      rows.add(tokens("q2", FIRST, SECOND, "返金"));
      rows.add(tokens("q3", SECOND, SECOND, "匿名配送", "届く", "届かない"));
      rows.add(tokens("q4", SECOND, SECOND, "当選"));
    }
    tables.write(
        "inquiry_tokens",
        TestSpark.session()
            .createDataFrame(rows, tables.declaredSchema("inquiry_tokens").asNullable()));
    new SearchStage().run(tables, new Night("r", from, to, Settings.defaults()));
    return staging;
  }

  private static Row tokens(String id, LocalDate created, LocalDate arrival, String... terms) {
    return RowFactory.create(
        id, java.sql.Date.valueOf(created), terms, null, null, java.sql.Date.valueOf(arrival));
  }

  private static void writeOtherTables(Path staging) throws SQLException, IOException {
    copy(
        staging.resolve("restricted/inquiries"),
        "created_date",
        """
        select * from (values
          ('q1', 'mercari', cast(null as varchar), '匿名配送で送りましたが届きません。電話は<PHONE>です', date '2026-10-04', date '2026-10-04'),
          ('q2', 'mercari', null, '返金', date '2026-10-05', date '2026-10-04'),
          ('q3', 'mercari', null, '匿名配送が届かない', date '2026-10-05', date '2026-10-05'),
          ('q4', 'mercari', null, '当選', date '2026-10-05', date '2026-10-05')
        ) as i (inquiry_id, service, subject, body, arrival_date, created_date)""");
    copy(
        staging.resolve("restricted/inquiry_topics"),
        "created_date",
        """
        select 'q1' as inquiry_id, 't1' as topic_id, true as is_primary, date '2026-10-04' as created_date""");
    copy(
        staging.resolve("restricted/inquiry_states"),
        "week_start_date",
        """
        select * from (values
          ('q1', false, false, false, true, true, date '2026-09-28'),
          ('q4', true, false, false, false, false, date '2026-10-05')
        ) as s (inquiry_id, is_spam, is_test, is_merged, is_durably_resolved, is_resolved_now, week_start_date)""");
    copy(
        staging.resolve("shared/topics"),
        "status",
        """
        select 't1' as topic_id, '匿名配送・届かない' as label, date '2026-10-04' as valid_from,
          cast(null as date) as valid_to, 'new' as status""");
  }

  private static void copy(Path table, String partition, String query)
      throws SQLException, IOException {
    Files.createDirectories(table.getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (%s) to '%s' (format parquet, partition_by (%s))"
              .formatted(query, table, partition));
    }
  }
}
