package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.report.WeeklyReport;
import io.koe.report.data.IsoWeek;
import io.koe.report.data.MissingColumn;
import io.koe.report.data.SnapshotTables;
import io.koe.report.sections.Targets;
import io.koe.store.Commit;
import io.koe.store.FileTree;
import io.koe.store.ShellText;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weekly reports, made of one published snapshot. */
public final class Reports {
  /** Where a run writes them, in its warehouse. */
  public static final String FOLDER = "reports";

  private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

  /**
   * What became of a run's reports.
   *
   * @param pages those written, oldest week first
   * @param missingColumns optional input columns the run found no value in; none when the snapshot
   *     could not be read
   * @param failure why the others were not, and how to write them; the night is published anyhow
   */
  record Written(
      List<Path> pages, List<MissingColumn> missingColumns, Optional<KoeException> failure) {}

  private Reports() {}

  /**
   * The report of each week between two days, oldest first, into the warehouse's {@code reports}
   * folder: an unfinished week's page says that it is. Never throws for a report.
   *
   * @param first the first day to report on; the run's own days are the commit's
   */
  static Written write(Warehouse warehouse, Commit commit, LocalDate first, Targets targets) {
    List<IsoWeek> weeks = weeks(first, commit.runDate());
    Path folder = warehouse.root().resolve(FOLDER);
    List<Path> pages = new ArrayList<>();
    List<MissingColumn> columns = new ArrayList<>();
    try (SnapshotTables tables = SnapshotTables.open(warehouse.snapshot(commit))) {
      columns.addAll(MissingColumn.read(tables, commit.firstDate(), commit.runDate()));
      for (IsoWeek week : weeks) {
        pages.add(WeeklyReport.read(tables, week, targets).write(folder));
      }
    } catch (RuntimeException | LinkageError e) {
      // A class that needs a disk when it is first used, and finds it full.
      List<IsoWeek> missing = weeks.subList(pages.size(), weeks.size());
      return new Written(pages, columns, Optional.of(failure(warehouse, folder, missing, e)));
    }
    return new Written(pages, columns, Optional.empty());
  }

  private static List<IsoWeek> weeks(LocalDate first, LocalDate last) {
    IsoWeek lastWeek = IsoWeek.containing(last);
    return Stream.iterate(
            IsoWeek.containing(first), w -> w.compareTo(lastWeek) <= 0, w -> w.minusWeeks(-1))
        .toList();
  }

  private static KoeException failure(
      Warehouse warehouse, Path folder, List<IsoWeek> missing, Throwable cause) {
    String command =
        "koe report --warehouse %s --week %s"
            .formatted(
                ShellText.of(warehouse.root()),
                missing.stream().map(IsoWeek::toString).collect(Collectors.joining(",")));
    boolean isKnown = cause instanceof KoeException;
    return new KoeException(
        ExitCode.PUBLISHED_WITHOUT_REPORT,
        "the night is published, but its report could not be written: "
            + (isKnown ? cause.getMessage() : cause.getClass().getSimpleName()),
        cause instanceof KoeException known ? known.where() : folder.toString(),
        (cause instanceof KoeException known ? known.fix() + " Then run: " : "run: ") + command,
        cause);
  }

  /**
   * The reports of some weeks from the newest snapshot; gives their pages in the order asked.
   *
   * @throws KoeException with {@code USAGE} for what is no week, or one nothing is known of yet
   */
  public static List<Path> write(
      Path warehouse, List<String> isoWeeks, Path folder, Targets targets) {
    List<IsoWeek> weeks = isoWeeks.stream().map(IsoWeek::parse).toList();
    Warehouse published = Warehouse.published(warehouse);
    Commit newest = published.newest().orElseThrow();
    weeks.forEach(week -> requireBegun(week, newest.runDate()));
    try (SnapshotTables tables = SnapshotTables.open(published.snapshot(newest))) {
      return weeks.stream()
          .map(week -> WeeklyReport.read(tables, week, targets).write(folder))
          .toList();
    }
  }

  /**
   * Deletes all reports of a warehouse and writes those of the same weeks from the newest snapshot,
   * for when an older one holds what must be gone.
   */
  static List<Path> again(Warehouse warehouse, Targets targets) {
    Path folder = warehouse.root().resolve(FOLDER);
    try {
      List<String> weeks =
          FileTree.files(folder).stream()
              .map(file -> WEEK.matcher(folder.relativize(file).toString()))
              .filter(Matcher::find)
              .map(Matcher::group)
              .distinct()
              .sorted()
              .toList();
      FileTree.delete(folder);
      return weeks.isEmpty() ? List.of() : write(warehouse.root(), weeks, folder, targets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireBegun(IsoWeek week, LocalDate newest) {
    if (week.start().isAfter(newest)) {
      throw new KoeException(
          ExitCode.USAGE,
          "the week " + week + " begins after the newest published night, " + newest,
          "--week",
          "choose a week up to " + IsoWeek.containing(newest));
    }
  }
}
