package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Days of creation whose inquiries may have changed their topics in a run: those of its arrivals
 * and of their earlier versions, and the weeks of its fits; all there are when it fits the first
 * model or computes everything anew.
 */
record TouchedDays(NavigableSet<LocalDate> days) {

  static TouchedDays of(RunTables tables, Night night, boolean isAll, Collection<LocalDate> fits) {
    Column arrival = col("arrival_date");
    Dataset<Row> tokens =
        tables
            .read("inquiry_tokens")
            .where(arrival.leq(lit(night.date())))
            .select("inquiry_id", "created_date", "arrival_date");
    // A version arrives at most the lateness after its creation, so the earliest version of an
    // inquiry that moved by up to the lateness arrived within twice that.
    LocalDate earliest = night.firstDate().minusDays(2L * night.settings().latenessDays());
    Dataset<Row> arrived =
        tokens.where(arrival.geq(lit(night.firstDate()))).select("inquiry_id").distinct();
    Dataset<Row> changed =
        isAll
            ? tokens
            : tokens
                .where(arrival.geq(lit(earliest)))
                .join(arrived, new String[] {"inquiry_id"}, "left_semi");
    NavigableSet<LocalDate> days = new TreeSet<>();
    changed
        .select("created_date")
        .distinct()
        .collectAsList()
        .forEach(row -> days.add(row.getDate(0).toLocalDate()));
    fits.forEach(fit -> monday(fit).datesUntil(fit.plusDays(1)).forEach(days::add));
    return new TouchedDays(days);
  }

  /** Mondays of the weeks of the days. */
  NavigableSet<LocalDate> weeks() {
    NavigableSet<LocalDate> weeks = new TreeSet<>();
    days.forEach(day -> weeks.add(monday(day)));
    return weeks;
  }

  /** The Monday of a row's {@code created_date}. */
  static Column week() {
    return to_date(date_trunc("week", col("created_date")));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
