package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Commit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which nights a run computes, and over which published state.
 *
 * @param first first night
 * @param last last night
 * @param dataParent the commit whose tables the nights build on
 */
record NightRange(LocalDate first, LocalDate last, Optional<Commit> dataParent) {
  private static final String LEDGER = "erased_ids";

  /**
   * The nights to compute, or empty when they are published already.
   *
   * @param commits all commits, oldest first
   */
  static Optional<NightRange> of(RunRequest request, List<Commit> commits) {
    if (commits.isEmpty()) {
      LocalDate first = request.from().orElse(request.date());
      return Optional.of(new NightRange(first, request.date(), Optional.empty()));
    }
    Commit newest = commits.get(commits.size() - 1);
    if (request.date().isAfter(newest.runDate())) {
      return Optional.of(next(request, newest));
    }
    return request.force() ? Optional.of(again(request, newest, commits)) : Optional.empty();
  }

  private static NightRange next(RunRequest request, Commit newest) {
    LocalDate first = newest.runDate().plusDays(1);
    if (request.from().filter(from -> from.isAfter(first)).isPresent()) {
      throw new KoeException(
          ExitCode.USAGE,
          "the nights from " + first + " on are not published yet",
          "--from " + request.from().get(),
          "leave --from away: nights missed since the last one are caught up");
    }
    return new NightRange(first, request.date(), Optional.of(newest));
  }

  private static NightRange again(RunRequest request, Commit newest, List<Commit> commits) {
    if (!request.date().equals(newest.runDate())) {
      throw new KoeException(
          ExitCode.USAGE,
          "only the newest night can be computed again; later nights build on " + request.date(),
          "--force --date " + request.date(),
          "use --date " + newest.runDate() + ", or backfill into a new warehouse");
    }
    Optional<Commit> before =
        commits.stream()
            .filter(c -> c.runDate().isBefore(newest.firstDate()))
            .max(Comparator.comparingLong(Commit::number));
    requireLedger(newest, before);
    return new NightRange(newest.firstDate(), newest.runDate(), before);
  }

  /** Without the ledger, which only the newest commit holds, the drops bring erased people back. */
  private static void requireLedger(Commit newest, Optional<Commit> before) {
    if (before.isEmpty() && newest.tables().stream().anyMatch(t -> t.name().equals(LEDGER))) {
      throw new KoeException(
          ExitCode.USAGE,
          "people have been erased, and the nights from the first one on would bring them back",
          "--force --date " + newest.runDate(),
          "leave --force away and run the next night, or backfill into a new warehouse and erase"
              + " there again");
    }
  }
}
