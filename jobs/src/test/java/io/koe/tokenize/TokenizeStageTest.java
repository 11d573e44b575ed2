package io.koe.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizeStageTest {
  @TempDir private Path staging;

  @Test
  void subjectAndBodyOfTheNightsRowsBecomeTermsOfTheirJapaneseDay() {
    RunTables tables =
        new RunTables(TestSpark.session(), TableCatalog.load(), staging, Optional.empty());
    LocalDate night = LocalDate.parse("2026-10-04");
    tables.write(
        "landed_inquiries",
        landed(
            tables,
            row("q1", "2026-10-03T15:30:00Z", "匿名配送", "機種: 届きません", night),
            row("q2", "2026-10-04T01:00:00Z", null, "お願いします", night),
            row("q3", "2026-10-01T01:00:00Z", null, "返金", night.minusDays(1))));
    new TokenizeStage().run(tables, new Night("r", night, night, Settings.defaults()));
    List<String> rows =
        tables
            .read("inquiry_tokens")
            .selectExpr(
                "inquiry_id || ' ' || created_date || ' ' || array_join(terms, ',') || ' '"
                    + " || array_join(segment_ends, ',') || ' '"
                    + " || array_join(transform(segment_fingerprints, f -> signum(f)), ',')")
            .orderBy("inquiry_id")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    assertEquals(
        List.of("q1 2026-10-04 匿名配送,機種,届く,届かない 1,2,4 0.0,-1.0,0.0", "q2 2026-10-04   "), rows);
  }

  private static Dataset<Row> landed(RunTables tables, Row... rows) {
    return TestSpark.session()
        .createDataFrame(List.of(rows), tables.declaredSchema("landed_inquiries").asNullable());
  }

  private static Row row(String id, String at, String subject, String body, LocalDate arrival) {
    return RowFactory.create(
        id,
        "u",
        "mercari",
        "form",
        Timestamp.from(java.time.Instant.parse(at)),
        body,
        subject,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        java.sql.Date.valueOf(arrival));
  }
}
