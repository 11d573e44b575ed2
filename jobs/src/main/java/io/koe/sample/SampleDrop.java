package io.koe.sample;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Writes a drop of invented inquiries to a Japanese marketplace, its payment service and its shops:
 * every table of the input contract, with late rows, unreadable rows, duplicates and personal data
 * nobody owns.
 *
 * <p>Every file is a pure function of the seed, the range, the volume, its day and its part: rows
 * that happen on later days than their inquiry was created are derived again on the day they
 * arrive. So nothing is held in memory, and the outcome doesn't depend on the number of threads.
 */
public final class SampleDrop {
  /** Inquiries of one creation day in one part; late ones of other days come on top. */
  private static final int PART_SIZE = 45_000;

  private final Path out;
  private final SamplePlan plan;
  private final Drop drop;
  private final int partSize;
  private final int threads;

  private record Unit(long day, int part, int parts, AtomicInteger open) {}

  /**
   * @param out folder of the drop; created when missing, files of the same name are replaced
   * @param from first day
   * @param to last day, inclusive
   * @param inquiriesPerDay mean over the range, at least 1
   * @param seed the same seed gives the same bytes
   */
  public SampleDrop(Path out, LocalDate from, LocalDate to, int inquiriesPerDay, long seed) {
    this(
        out,
        from,
        to,
        inquiriesPerDay,
        seed,
        PART_SIZE,
        Runtime.getRuntime().availableProcessors());
  }

  SampleDrop(
      Path out,
      LocalDate from,
      LocalDate to,
      int inquiriesPerDay,
      long seed,
      int partSize,
      int threads) {
    if (to.isBefore(from) || inquiriesPerDay < 1) {
      throw new KoeException(
          ExitCode.USAGE,
          "A sample needs a day and an inquiry at least.",
          from + " to " + to + ", " + inquiriesPerDay + " a day",
          "Give --to on or after --from, and 1 or more inquiries a day.");
    }
    Catalogue catalogue = Catalogue.load();
    this.out = out;
    this.plan = SamplePlan.of(from, to, catalogue.reasons());
    this.drop = Drop.of(plan, catalogue, inquiriesPerDay, seed);
    this.partSize = partSize;
    this.threads = threads;
  }

  /** What is planted in the drop. */
  public SamplePlan plan() {
    return plan;
  }

  /** The ids of all contact reasons. */
  public List<String> reasons() {
    return drop.catalogue().reasons().stream().map(Reason::id).toList();
  }

  /** The reason an inquiry of this drop was written about, derived from its id. */
  public String reasonOf(String inquiryId) {
    int dash = inquiryId.indexOf('-');
    long day = Long.parseLong(inquiryId.substring(1, dash));
    int index = Integer.parseInt(inquiryId.substring(dash + 1));
    return drop.contacts().derive(day, index).reason().id();
  }

  /**
   * Writes the drop.
   *
   * @param onDay called with the number of days finished so far, from any thread
   * @throws KoeException if the disk refuses
   */
  public SampleTotals write(IntConsumer onDay) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    AtomicInteger done = new AtomicInteger();
    try {
      SampleTotals reference = new ReferenceTables(out, drop).write();
      return pool.submit(
              () ->
                  units().parallelStream()
                      .map(unit -> write(unit, done, onDay))
                      .reduce(SampleTotals.NONE, SampleTotals::plus))
          .join()
          .plus(reference);
    } catch (IOException | UncheckedIOException e) {
      throw new KoeException(
          ExitCode.DISK,
          "The sample drop can't be written.",
          out.toString(),
          "Check that the folder can be written to and has space.",
          e);
    } finally {
      pool.shutdown();
    }
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (LocalDate date = plan.from(); !date.isAfter(plan.to()); date = date.plusDays(1)) {
      int parts = parts(date.toEpochDay());
      AtomicInteger open = new AtomicInteger(parts);
      for (int part = 0; part < parts; part++) {
        units.add(new Unit(date.toEpochDay(), part, parts, open));
      }
    }
    return units;
  }

  /** Enough for the largest creation day whose rows may still arrive. */
  private int parts(long day) {
    int most = 1;
    for (long created = day - InquiryPart.DAYS_BACK; created <= day + 1; created++) {
      if (drop.volumes().covers(created)) {
        most = Math.max(most, drop.volumes().inquiries(created));
      }
    }
    return (most + partSize - 1) / partSize;
  }

  private SampleTotals write(Unit unit, AtomicInteger done, IntConsumer onDay) {
    try {
      SampleTotals totals =
          new DropPart(out, drop, unit.day(), unit.part(), unit.parts(), partSize).write();
      if (unit.open().decrementAndGet() == 0) {
        onDay.accept(done.incrementAndGet());
      }
      return totals;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
