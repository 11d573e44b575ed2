package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.pipeline.InputCounts.MissingTable;
import io.koe.report.data.MissingColumn;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 2);

  @TempDir private Path folder;

  @Test
  void missingTablesAndColumnsNameWhatTheySwitchOff() {
    Commit commit =
        new Commit(
            1, 0, 0, "r", "k", NIGHT, NIGHT, "s1", Instant.EPOCH, "hash", Map.of(), List.of());
    InputCounts counts =
        new InputCounts(
            3,
            3,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(
                new MissingTable("calendar", List.of()),
                new MissingTable("releases", List.of("release_impacts"))));
    Reports.Written reports =
        new Reports.Written(
            List.of(),
            List.of(new MissingColumn("inquiries", "office", "office_comparison_weekly")),
            Optional.empty());
    assertEquals(
        List.of(
            "Missing: table calendar; no output needs it",
            "Missing: table releases; off without it: release_impacts",
            "Missing: column office of inquiries has no value in any row; can't be told without it:"
                + " office_comparison_weekly"),
        Summary.lines(Warehouse.open(folder), commit, counts, reports).stream()
            .filter(line -> line.startsWith("Missing"))
            .toList());
  }
}
