package io.koe.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file of the drop, or a mended one that is replayed.
 *
 * @param number its place in the order of table, arrival and name; later files arrived later
 * @param table the table's folder
 * @param name its path below the drop, with forward slashes
 * @param location where it is
 * @param arrivalDate its {@code dt}; for whole tables and mended files the run's date
 * @param bytes its size
 * @param replays the name of the rejected file of an earlier night it replays; null if it is a
 *     night's own
 */
record InputFile(
    int number,
    String table,
    String name,
    String location,
    LocalDate arrivalDate,
    long bytes,
    String replays)
    implements Serializable {

  /** Whether its rows come in only where no earlier night has accepted one under their key. */
  boolean isReplay() {
    return replays != null;
  }

  /** {@link #arrivalDate} in days since 1970. */
  int arrivalDay() {
    return (int) arrivalDate.toEpochDay();
  }

  Path path() {
    return Path.of(location);
  }
}
