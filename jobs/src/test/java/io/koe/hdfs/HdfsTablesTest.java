package io.koe.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestHdfs;
import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.search.IndexCheck;
import io.koe.search.SearchStage;
import io.koe.sql.TableCatalog;
import io.koe.store.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** A table by day and its search index, staged in HDFS by a night and by the night after it. */
class HdfsTablesTest {
  private static final String TABLE = "inquiry_tokens";
  private static final LocalDate FIRST = LocalDate.parse("2026-10-04");
  private static final LocalDate SECOND = FIRST.plusDays(1);

  @Test
  void aNightKeepsTheDaysAndTheIndexOfTheOneBefore() throws IOException {
    Path folder = TestHdfs.folder("tables");
    RunTables one = night(folder.resolve("one"), Optional.empty(), FIRST, "q1", "q2");
    RunTables two = night(folder.resolve("two"), Optional.of(one.staging()), SECOND, "q3");
    assertEquals(List.of("q1", "q2", "q3"), inquiries(two));
    assertEquals(new IndexCheck.Outcome(3, 2, List.of()), IndexCheck.of(folder.resolve("two")));
    Path day = Path.of("restricted", TABLE, "arrival_date=" + FIRST);
    List<Path> kept = FileTree.files(two.staging().resolve(day));
    assertFalse(kept.isEmpty());
    for (Path file : kept) {
      assertTrue(
          FileTree.isLinkOf(file, one.staging().resolve(two.staging().relativize(file))),
          file.toString());
    }
    assertTrue(Arrays.asList(two.storedColumns(TABLE)).contains("arrival_date"));
  }

  private static RunTables night(
      Path staging, Optional<Path> parent, LocalDate date, String... inquiries) {
    RunTables tables = new RunTables(TestSpark.session(), TableCatalog.load(), staging, parent);
    List<Row> rows = Arrays.stream(inquiries).map(id -> tokens(id, date)).toList();
    tables.write(
        TABLE,
        TestSpark.session().createDataFrame(rows, tables.declaredSchema(TABLE).asNullable()));
    new SearchStage().run(tables, new Night("r", date, date, Settings.defaults()));
    return tables;
  }

  private static Row tokens(String id, LocalDate date) {
    java.sql.Date day = java.sql.Date.valueOf(date);
    return RowFactory.create(id, day, new String[] {"匿名配送", "届く"}, null, null, day);
  }

  private static List<String> inquiries(RunTables tables) {
    return tables.read(TABLE).select("inquiry_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
