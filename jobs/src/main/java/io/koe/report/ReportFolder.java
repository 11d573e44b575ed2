package io.koe.report;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of written reports: a reader never meets half a file. */
final class ReportFolder {
  private static final Pattern PAGE = Pattern.compile("voc-(\\d{4}-W\\d{2})\\.html");

  private final Path folder;

  /**
   * The page that lists all weeks.
   *
   * @param weeks newest first
   */
  record Index(PageAssets assets, List<Entry> weeks) {}

  /** A written week. */
  record Entry(String week, String file, String days) {}

  ReportFolder(Path folder) {
    this.folder = folder;
  }

  Path put(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.writeString(folder.resolve("." + name + ".tmp"), text);
      return Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.DISK,
          "The report could not be written",
          file.toString(),
          "Check that the folder exists, is writable and has space.",
          e);
    }
  }

  Index index(PageAssets assets) {
    try (Stream<Path> files = Files.list(folder)) {
      return new Index(
          assets,
          files
              .map(file -> PAGE.matcher(file.getFileName().toString()))
              .filter(found -> found.matches())
              .map(found -> entry(IsoWeek.parse(found.group(1)), found.group()))
              .sorted(Comparator.comparing(Entry::week).reversed())
              .toList());
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.DISK, "The folder could not be listed", folder.toString(), "Check it.", e);
    }
  }

  private static Entry entry(IsoWeek week, String file) {
    return new Entry(
        week.toString(), file, Days.inFull(week.start()) + "〜" + Days.withWeekday(week.end()));
  }
}
