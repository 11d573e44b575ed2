package io.koe.report;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WeeklyReportTest {
  private static final IsoWeek W40 = IsoWeek.parse("2026-W40");

  @Test
  void aFullWeekRenders() throws Exception {
    try (FixtureTables tables = FixtureTables.tenWeeks()) {
      WeeklyReport.read(tables, W40).write(Path.of("target/report"));
      WeeklyReport.read(tables, W40.minusWeeks(1)).write(Path.of("target/report"));
    }
  }

  @Test
  void withNoTablesAtAllThePageSaysSo() throws Exception {
    try (FixtureTables tables = FixtureTables.none()) {
      WeeklyReport.read(tables, W40).write(Path.of("target/report-none"));
    }
  }
}
