package io.koe.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What one run computes: one night, or the nights of a backfill at once.
 *
 * @param runId names the run in logs, files and tables
 * @param firstDate the first night this run computes, Japan time; equals {@code date} for one night
 * @param date the last night: everything known by its end is in, nothing later
 * @param changedFrom arrivals from this day on are new to the published figures: {@code firstDate},
 *     or {@link LocalDate#EPOCH} when all figures are computed anew
 * @param settings the numbers behind the numbers
 */
public record Night(
    String runId, LocalDate firstDate, LocalDate date, LocalDate changedFrom, Settings settings) {
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  public Night {
    if (firstDate.isAfter(date)) {
      throw new IllegalArgumentException(firstDate + " is after " + date);
    }
  }

  /** A night that computes all figures anew. */
  public Night(String runId, LocalDate firstDate, LocalDate date, Settings settings) {
    this(runId, firstDate, date, LocalDate.EPOCH, settings);
  }

  /** The run's cut-off, exclusive: midnight in Japan after {@link #date}. */
  public Instant asOf() {
    return asOf(date);
  }

  /** The cut-off, exclusive, of the night of a date. */
  public static Instant asOf(LocalDate date) {
    return date.plusDays(1).atStartOfDay(JAPAN).toInstant();
  }
}
