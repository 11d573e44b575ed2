package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestSpark;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.pipeline.InputCounts.MissingTable;
import io.koe.pipeline.InputCounts.ReplayedFile;
import io.koe.sql.TableCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCountsTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 2);

  private final SparkSession spark = TestSpark.session();

  @TempDir private Path folder;

  @Test
  void filesOfTheRunsNightsAreSummedAndMissingTablesNameWhatIsOff() {
    RunTables tables = new RunTables(spark, TableCatalog.load(), folder, Optional.empty());
    tables.write(
        "input_files",
        spark.sql(
            """
            select
              'inquiries' as table_name, 'f' || n as file, '' as sha256, 1L as bytes,
              10L * n as rows_read, 8L * n as accepted, 1L * n as rejected, 0L as erased, 1L * n as duplicates,
              0L as superseded, 0L as blank, 0L as unreadable, 0 as unknown_columns,
              n <> 3 as is_readable, null as reason,
              case when n = 2 then 'f0' end as replays, date_add(date'2026-10-01', n - 1) as arrival_date
            from (select explode(sequence(1, 3)) as n)
            """));
    tables.write(
        "input_tables",
        spark.sql(
            """
            select * from values
              ('releases', false, 0L, array('release_impacts')),
              ('deletion_requests', true, 2L, array()),
              ('exposures', true, 5L, array('contact_rates_weekly')),
              ('calendar', false, 0L, array())
              as t(table_name, is_present, accepted, outputs)
            """));
    Night night = new Night("run", NIGHT.minusDays(1), NIGHT, Settings.defaults());
    InputCounts counts = InputCounts.of(tables, night);
    assertEquals(
        new InputCounts(
            30,
            24,
            3,
            0,
            3,
            0,
            2,
            List.of(new ReplayedFile("f2", 20, 16, 2, 2)),
            List.of(
                new MissingTable("calendar", List.of()),
                new MissingTable("releases", List.of("release_impacts")))),
        counts);
    assertTrue(counts.hasRejectedInput());
  }
}
