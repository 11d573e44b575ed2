package io.koe.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long days of tables and what runs leave about themselves are kept, counted back from a night.
 *
 * @param restrictedMonths days of tables of single people, of the search index, and of models
 * @param sharedMonths days of shared tables
 * @param quarantineDays days of {@code rejected_rows}
 * @param logDays folders of runs
 */
public record Retention(int restrictedMonths, int sharedMonths, int quarantineDays, int logDays) {
  /** 13 and 36 months, 30 and 90 days. */
  public static final Retention DEFAULT = new Retention(13, 36, 30, 90);

  private static final String QUARANTINE = "rejected_rows";
  private static final String MODEL = "model_date=";
  private static final String WEEK = "week_start_date=";
  private static final int DAYS_OF_WEEK = 7;

  /** Two and more months in a row have as many days each, less one in all, at the least. */
  private static final int DAYS_OF_MONTH = 30;

  /** The first day that is kept of a table. */
  public LocalDate firstDay(String place, String table, LocalDate night) {
    if (table.equals(QUARANTINE)) {
      return night.minusDays(quarantineDays);
    }
    return night.minusMonths(place.equals("shared") ? sharedMonths : restrictedMonths);
  }

  /**
   * How long a contact can stay in the backlog: as long as its rows are kept, less the weeks whose
   * backlog a night may compute again.
   */
  public int backlogDays(int latenessDays) {
    return DAYS_OF_MONTH * restrictedMonths - 1 - latenessDays - 2 * DAYS_OF_WEEK;
  }

  /**
   * Folders of days in a snapshot, staged or published, that are past their time. The newest model
   * stays however old it is: it is in force.
   */
  List<Path> expired(Path snapshot, LocalDate night) throws IOException {
    List<Path> expired = new ArrayList<>();
    for (String place : SnapshotFiles.PLACES) {
      for (Path table : FileTree.children(snapshot.resolve(place))) {
        LocalDate first = firstDay(place, table.getFileName().toString(), night);
        List<Path> days = FileTree.children(table);
        for (int i = 0; i < days.size(); i++) {
          boolean isNewestModel = i == days.size() - 1 && name(days.get(i)).startsWith(MODEL);
          if (lastDay(days.get(i)).filter(d -> d.isBefore(first)).isPresent() && !isNewestModel) {
            expired.add(days.get(i));
          }
        }
      }
    }
    return expired;
  }

  /** Folders of runs that ended longer ago. */
  List<Path> expiredRuns(Path runs, Instant now) throws IOException {
    FileTime first = FileTime.from(now.atOffset(ZoneOffset.UTC).minusDays(logDays).toInstant());
    List<Path> expired = new ArrayList<>();
    for (Path run : FileTree.children(runs)) {
      if (Files.getLastModifiedTime(run).compareTo(first) < 0) {
        expired.add(run);
      }
    }
    return expired;
  }

  /**
   * The last day a folder holds: of a week its Sunday, so that it goes with the week's last rows.
   */
  private static Optional<LocalDate> lastDay(Path folder) {
    String name = name(folder);
    int days = name.startsWith(WEEK) ? DAYS_OF_WEEK : 1;
    try {
      return Optional.of(
          LocalDate.parse(name.substring(name.indexOf('=') + 1)).plusDays(days - 1L));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
