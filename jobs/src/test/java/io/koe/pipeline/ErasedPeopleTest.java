package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.ingest.KnownRows;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import io.koe.store.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedPeopleTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 28);

  private final SparkSession spark = TestSpark.session();
  private final TableCatalog catalog = TableCatalog.load();

  @TempDir private Path folder;

  @Test
  void inquiriesWhoseLandedDayIsPastAndWhoseWeekIsNotGoToo() throws IOException {
    Path published = folder.resolve("published");
    RunTables night = new RunTables(spark, catalog, published, Optional.empty());
    night.write(
        "landed_inquiries",
        spark.sql(
            "select inquiry_id, user_id, 'mercari' as service, 'form' as channel,"
                + " cast(arrival_date as timestamp) as created_at, '返金' as body,"
                + " null as subject, null as form_category, null as platform,"
                + " null as app_version, null as transaction_id, null as item_id,"
                + " null as shop_id, null as office, null as locale, arrival_date"
                + " from values ('old', 'u1', date'2026-09-28'),"
                + " ('new', 'u1', date'2026-09-29'), ('other', 'u2', date'2026-09-28')"
                + " as t(inquiry_id, user_id, arrival_date)"));
    KnownRows.compute(night, new Night("test", MONDAY, MONDAY.plusDays(1), Settings.defaults()));
    FileTree.delete(published.resolve("restricted/landed_inquiries/arrival_date=" + MONDAY));

    RunTables left = new RunTables(spark, catalog, folder.resolve("left"), Optional.of(published));
    try (ErasedPeople people = new ErasedPeople(left, Set.of("u1"))) {
      assertEquals(List.of("new", "old"), strings(people));
      SortedMap<String, Long> removed = new RowErasure(left, people).run();
      assertEquals(1, removed.get("landed_inquiries"));
      assertEquals(2, removed.get("known_inquiries"));
    }
    assertEquals(
        List.of("other"),
        left.read("known_inquiries").select("inquiry_id").as(Encoders.STRING()).collectAsList());
  }

  private static List<String> strings(ErasedPeople people) {
    return people.inquiries().as(Encoders.STRING()).collectAsList().stream().sorted().toList();
  }
}
