package io.koe.ingest;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What has arrived, by week and without texts, for those who look for rows of any age. */
public final class KnownRows {
  private static final String INQUIRIES = "known_inquiries";

  /** Tables a night adds its weeks to. */
  public static final List<String> TABLES =
      List.of(
          INQUIRIES, "known_events", "known_messages", "known_help_sessions", "known_exposures");

  private KnownRows() {}

  /**
   * All versions of all inquiries; tables of a version before {@code known_inquiries} have them by
   * day alone, and with their texts.
   */
  public static Dataset<Row> inquiries(RunTables tables) {
    return tables.read(
        tables.isThere(INQUIRIES)
            ? INQUIRIES
            : InputContract.table(InputContract.INQUIRIES).landedTable());
  }

  /**
   * Computes the weeks of the run's nights from all that has landed in them, or all weeks when
   * nothing can be left as published.
   */
  public static void compute(RunTables tables, Night night) {
    LocalDate monday = night.firstDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<LocalDate> weeks = monday.datesUntil(night.date().plusDays(1), Period.ofWeeks(1)).toList();
    tables.compute(TABLES, night, table -> weeks);
  }
}
