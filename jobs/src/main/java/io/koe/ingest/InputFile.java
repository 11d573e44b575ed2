package io.koe.ingest;

import io.koe.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * A file of the drop, or a mended one that is replayed.
 *
 * @param number its place in the order of table, arrival and name; later files arrived later
 * @param table the table's folder
 * @param name its path below the drop, with forward slashes
 * @param location where it is
 * @param arrivalDate its {@code dt}; for whole tables and mended files the run's date
 * @param bytes its size when it was listed
 * @param modified its time when it was listed, in nanoseconds since 1970
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
    long modified,
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
    return Storage.path(location);
  }

  /** The same file as it is now: another size or time when somebody has written to it. */
  InputFile now() {
    return listed(number, table, name, path(), arrivalDate, replays);
  }

  /** A file with the size and the time it has; 0 when it can't be asked. */
  static InputFile listed(
      int number, String table, String name, Path path, LocalDate arrival, String replays) {
    long bytes = 0;
    long modified = 0;
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      bytes = attributes.size();
      modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      // Reading it will tell.
    }
    return new InputFile(number, table, name, path.toString(), arrival, bytes, modified, replays);
  }
}
