package io.koe.ingest;

import io.koe.ingest.PackedRow.Parts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of how many rows of each file, and the days of {@code inquiries} they change. */
final class RowCounts implements Serializable {
  /**
   * Counts of one file.
   *
   * @param superseding accepted rows that replace one of an earlier night
   */
  record Counts(long accepted, long rejected, long duplicates, long superseding)
      implements Serializable {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    private static Counts of(Fate fate, boolean isSuperseding) {
      return switch (fate) {
        case ACCEPTED -> new Counts(1, 0, 0, isSuperseding ? 1 : 0);
        case REJECTED -> new Counts(0, 1, 0, 0);
        case DUPLICATE -> new Counts(0, 0, 1, 0);
      };
    }

    private Counts plus(Counts other) {
      return new Counts(
          accepted + other.accepted,
          rejected + other.rejected,
          duplicates + other.duplicates,
          superseding + other.superseding);
    }
  }

  private static final int CREATED_AT =
      InputContract.table(InputContract.INQUIRIES).position("created_at");

  private final Map<Integer, Counts> byFile = new HashMap<>();
  private final Set<Integer> inquiryDays = new TreeSet<>();

  static RowCounts of(Iterator<DecidedBlock> blocks) {
    RowCounts counts = new RowCounts();
    blocks.forEachRemaining(counts::add);
    return counts;
  }

  private void add(DecidedBlock decided) {
    RowBlock block = decided.block();
    boolean isInquiries = block.file().table().equals(InputContract.INQUIRIES);
    for (PackedRow row : block.rows(isInquiries ? Parts.VALUES : Parts.PLACE)) {
      Fate fate = decided.fate(row);
      Decision decision = decided.decision(row);
      byFile.merge(block.file().number(), Counts.of(fate, decision.isSuperseding()), Counts::plus);
      if (isInquiries && fate == Fate.ACCEPTED) {
        inquiryDays.add(createdDay(row));
        inquiryDays.addAll(decision.earlierDays());
      }
    }
  }

  private static int createdDay(PackedRow inquiry) {
    long createdAt = (Long) inquiry.values().get(CREATED_AT);
    return (int) JapanTime.date(JapanTime.instant(createdAt)).toEpochDay();
  }

  /** Adds what another task counted. */
  RowCounts plus(RowCounts other) {
    other.byFile.forEach((file, counts) -> byFile.merge(file, counts, Counts::plus));
    inquiryDays.addAll(other.inquiryDays);
    return this;
  }

  Counts of(InputFile file) {
    return byFile.getOrDefault(file.number(), Counts.NONE);
  }

  /** Days since 1970 in Japan that accepted inquiries are created on, or were by earlier nights. */
  Set<Integer> inquiryDays() {
    return inquiryDays;
  }
}
