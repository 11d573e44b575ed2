package io.koe.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Settings;
import io.koe.report.sections.Targets;
import io.koe.store.Commit;
import io.koe.store.Commit.CommittedTable;
import io.koe.store.Retention;
import io.koe.topics.TopicOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NightRangeTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate BACKFILLED = LocalDate.of(2026, 9, 30);
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 1);

  private final Commit backfill = commit(1, FIRST, BACKFILLED);
  private final Commit night = commit(2, NIGHT, NIGHT);

  @Test
  void missedNightsAreCaughtUp() {
    LocalDate later = NIGHT.plusDays(3);
    assertEquals(
        Optional.of(new NightRange(NIGHT.plusDays(1), later, Optional.of(night))),
        NightRange.of(request(later, false), List.of(backfill, night)));
  }

  @Test
  void aPublishedNightIsLeftAlone() {
    assertTrue(NightRange.of(request(NIGHT, false), List.of(backfill, night)).isEmpty());
  }

  @Test
  void theNewestNightIsComputedAgainOverTheNightsBefore() {
    assertEquals(
        Optional.of(new NightRange(NIGHT, NIGHT, Optional.of(backfill))),
        NightRange.of(request(NIGHT, true), List.of(backfill, night)));
  }

  @Test
  void theFirstNightsAreComputedAgainOverNothing() {
    assertEquals(
        Optional.of(new NightRange(FIRST, BACKFILLED, Optional.empty())),
        NightRange.of(request(BACKFILLED, true), List.of(backfill)));
  }

  @Test
  void theFirstNightsAreNotComputedAgainWithoutTheErasureLedger() {
    Commit erased = commit(2, FIRST, BACKFILLED, "erased_ids", "erasures");
    KoeException refused =
        assertThrows(
            KoeException.class,
            () -> NightRange.of(request(BACKFILLED, true), List.of(backfill, erased)));
    assertEquals(ExitCode.USAGE, refused.exitCode());
  }

  private static Commit commit(long number, LocalDate first, LocalDate last, String... tables) {
    return new Commit(
        number,
        number - 1,
        number - 1,
        "r" + number,
        "k" + number,
        last,
        first,
        "s" + number,
        Instant.EPOCH,
        "hash",
        Map.of(),
        Stream.of(tables)
            .map(name -> new CommittedTable("restricted", name, "", 1L, 1, 100))
            .toList());
  }

  private static RunRequest request(LocalDate date, boolean force) {
    return new RunRequest(
        Path.of("drop"),
        Optional.empty(),
        Path.of("warehouse"),
        Optional.empty(),
        date,
        Path.of("koe.key"),
        Settings.defaults(),
        TopicOptions.NONE,
        force,
        Acceptance.NONE,
        Retention.DEFAULT,
        Targets.NONE,
        Optional.empty(),
        new Engines("local[2]", true),
        "test");
  }
}
