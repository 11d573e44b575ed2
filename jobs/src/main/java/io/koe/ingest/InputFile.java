package io.koe.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file of the drop.
 *
 * @param number its place in the order of table, arrival and name; later files arrived later
 * @param table the table's folder
 * @param name its path below the drop, with forward slashes
 * @param location where it is
 * @param arrivalDate its {@code dt}; for whole tables the run's date
 * @param bytes its size
 */
record InputFile(
    int number, String table, String name, String location, LocalDate arrivalDate, long bytes)
    implements Serializable {

  /** {@link #arrivalDate} in days since 1970. */
  int arrivalDay() {
    return (int) arrivalDate.toEpochDay();
  }

  Path path() {
    return Path.of(location);
  }
}
