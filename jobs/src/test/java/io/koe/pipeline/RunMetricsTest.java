package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private static final Instant END = Instant.parse("2026-10-05T02:00:00Z");

  @Test
  void aPublishedRunTellsRowsChecksAndStages() {
    Map<String, Object> manifest =
        Map.of(
            "exit", 73,
            "input",
                Map.of(
                    "read",
                    30L,
                    "accepted",
                    24L,
                    "rejected",
                    3L,
                    "erased",
                    1L,
                    "duplicates",
                    3L,
                    "unreadable_files",
                    0L),
            "violated_checks", List.of("topics: wrong"),
            "stage_seconds", Map.of("topics", 1.5, "ingest", 2.25));
    String text = RunMetrics.of(manifest, END, Optional.of(LocalDate.parse("2026-10-04")));
    assertEquals(
        """
        koe_run_end_timestamp_seconds 1791165600
        koe_run_exit_code 73
        koe_published_night_timestamp_seconds 1791072000
        koe_run_rows{outcome="read"} 30
        koe_run_rows{outcome="accepted"} 24
        koe_run_rows{outcome="rejected"} 3
        koe_run_rows{outcome="erased"} 1
        koe_run_rows{outcome="duplicates"} 3
        koe_run_unreadable_files 0
        koe_run_violated_checks 1
        koe_run_stage_seconds{stage="ingest"} 2.25
        koe_run_stage_seconds{stage="topics"} 1.5
        """,
        text.lines().filter(l -> !l.startsWith("#")).map(l -> l + "\n").reduce("", String::concat));
  }

  @Test
  void everySampleFollowsItsHelpAndType() {
    String text = RunMetrics.of(Map.of("exit", 70), END, Optional.empty());
    assertEquals(2, text.lines().filter(l -> l.startsWith("# HELP ")).count());
    assertEquals(2, text.lines().filter(l -> l.startsWith("# TYPE ")).count());
    assertTrue(text.endsWith("koe_run_exit_code 70\n"), text);
    assertFalse(text.contains("koe_published_night"), "nothing is published yet");
  }
}
