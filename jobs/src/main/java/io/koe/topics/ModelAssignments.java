package io.koe.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of {@code topic_assignments} of the models a run touches: the one in force when it begins,
 * to whose rows it adds its arrivals, and those it fits.
 */
final class ModelAssignments {
  private static final String TABLE = "topic_assignments";

  private ModelAssignments() {}

  static Dataset<Row> of(
      RunTables tables,
      Night night,
      ModelCalendar models,
      Optional<LocalDate> existing,
      Collection<LocalDate> fits) {
    TreeSet<LocalDate> dates = new TreeSet<>(fits);
    existing.ifPresent(dates::add);
    SortedMap<LocalDate, LocalDate> lastNights = new TreeMap<>();
    for (LocalDate date : dates) {
      LocalDate next = dates.higher(date);
      lastNights.put(date, next == null ? night.date() : next.minusDays(1));
    }
    // Nothing arrives before it is created: the window of a fit is in the arrivals since.
    LocalDate since =
        fits.stream()
            .min(LocalDate::compareTo)
            .map(fit -> fit.minusDays(ModelCalendar.WINDOW_DAYS))
            .filter(date -> date.isBefore(night.firstDate()))
            .orElse(night.firstDate());
    Dataset<Row> tokens = tables.read("inquiry_tokens").where(arrived(since, night.date()));
    Dataset<Row> assigned =
        TopicAssigner.assignUnder(tokens, models, lastNights, night.firstDate())
            .drop("typicality", "copy_key");
    return existing
        .map(model -> assigned.unionByName(kept(tables, night, model, lastNights.get(model))))
        .orElse(assigned);
  }

  /** What was known of a model before the run, but for inquiries that arrived again. */
  private static Dataset<Row> kept(
      RunTables tables, Night night, LocalDate model, LocalDate lastNight) {
    Dataset<Row> again =
        tables
            .read("inquiry_tokens")
            .where(arrived(night.firstDate(), lastNight))
            .select("inquiry_id");
    return tables
        .read(TABLE)
        .where(col("model_date").equalTo(lit(model)))
        .where(col("arrival_date").lt(lit(night.firstDate())))
        .join(again, new String[] {"inquiry_id"}, "left_anti");
  }

  private static Column arrived(LocalDate first, LocalDate last) {
    return col("arrival_date").between(lit(first), lit(last));
  }
}
