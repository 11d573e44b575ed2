package io.koe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * How many inquiries, transactions and help sessions a day has, and which reasons they are about.
 */
final class Volumes {
  private static final double[] WEEK = {1.12, 1.03, 1.0, 0.98, 0.97, 0.93, 0.97};
  private static final int TRANSACTIONS_PER_INQUIRY = 20;

  private final LocalDate from;
  private final int days;
  private final int perDay;
  private final double[][] cumulative;
  private final int[] inquiries;

  /** Inquiries average {@code perDay} over the whole range, exactly but for rounding. */
  Volumes(SamplePlan plan, Catalogue catalogue, DayCalendar calendar, int perDay, long seed) {
    this.from = plan.from();
    this.days = (int) ChronoUnit.DAYS.between(plan.from(), plan.to()) + 1;
    this.perDay = perDay;
    this.cumulative = new double[days][catalogue.reasons().size()];
    double[] weights = new double[days];
    for (int day = 0; day < days; day++) {
      LocalDate date = from.plusDays(day);
      double sum = 0;
      for (int r = 0; r < cumulative[day].length; r++) {
        sum += weight(catalogue.reasons().get(r), plan, date);
        cumulative[day][r] = sum;
      }
      double noise = 0.96 + 0.08 * Draws.of(seed, date.toEpochDay(), 0, Purpose.VOLUME).unit();
      weights[day] = sum * noise * dayFactor(calendar, date);
    }
    this.inquiries = spread(weights, perDay);
  }

  private double weight(Reason reason, SamplePlan plan, LocalDate date) {
    double trend = 1 + reason.trend() * (ChronoUnit.DAYS.between(from, date) / 70.0);
    double week = reason.week().get(date.getDayOfWeek().getValue() - 1);
    return reason.share() * week * Math.max(0.2, trend) * plan.factor(reason, date);
  }

  private static double dayFactor(DayCalendar calendar, LocalDate date) {
    double holiday =
        switch (calendar.dayClass(date)) {
          case "holiday" -> 0.97;
          case "long_holiday" -> 1.06;
          default -> 1;
        };
    return WEEK[date.getDayOfWeek().getValue() - 1] * holiday;
  }

  private static int[] spread(double[] weights, int perDay) {
    double mean = Arrays.stream(weights).sum() / weights.length;
    return Arrays.stream(weights).mapToInt(w -> (int) Math.round(w / mean * perDay)).toArray();
  }

  boolean covers(long epochDay) {
    long day = epochDay - from.toEpochDay();
    return day >= 0 && day < days;
  }

  /** Inquiries created on a day of the range. */
  int inquiries(long epochDay) {
    return inquiries[(int) (epochDay - from.toEpochDay())];
  }

  /** Help sessions no inquiry of ours follows from, started on a day of the range. */
  int otherSessions(long epochDay) {
    return (int) Math.round(2.4 * inquiries(epochDay));
  }

  /** Transactions of a day, inside the range or before it; those of {@code mercari} come first. */
  int transactions(long epochDay) {
    double week = WEEK[LocalDate.ofEpochDay(epochDay).getDayOfWeek().getValue() - 1];
    return (int) Math.round(TRANSACTIONS_PER_INQUIRY * perDay * (1 + (1 - week) * 0.8));
  }

  int mercariTransactions(long epochDay) {
    return (int) Math.round(0.88 * transactions(epochDay));
  }

  /** Number of users; contacts per user follow from it. */
  long users() {
    return Math.max(2000L, 120L * perDay);
  }

  /** Position of the reason at {@code unit} of a day's shares. */
  int reason(long epochDay, double unit) {
    double[] sums = cumulative[(int) (epochDay - from.toEpochDay())];
    double target = unit * sums[sums.length - 1];
    int found = Arrays.binarySearch(sums, target);
    int position = found >= 0 ? found + 1 : -found - 1;
    return Math.min(position, sums.length - 1);
  }
}
