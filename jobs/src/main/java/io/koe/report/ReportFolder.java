package io.koe.report;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.report.data.IsoWeek;
import io.koe.report.language.Language;
import io.koe.report.language.Wording;
import io.koe.report.page.Page;
import io.koe.report.page.PageAssets;
import io.koe.report.sections.Audience;
import io.koe.report.sections.PageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of written reports: a reader never meets half a file. */
final class ReportFolder {
  private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

  private final Path folder;

  /**
   * The page that lists all weeks.
   *
   * @param weeks newest first
   */
  record Index(PageAssets assets, List<Week> weeks) {}

  /** A written week and its pages, those of a language together. */
  record Week(String week, String days, List<List<Page.Link>> pages) {}

  ReportFolder(Path folder) {
    this.folder = folder;
  }

  Path file(IsoWeek week, String name) {
    return folder.resolve(week.toString()).resolve(name);
  }

  Path put(String name, String text) {
    return put(folder.resolve(name), text);
  }

  Path put(IsoWeek week, String name, String text) {
    return put(file(week, name), text);
  }

  private static Path put(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
      return Files.move(
          Files.writeString(unfinished, text),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
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
              .filter(file -> WEEK.matcher(file.getFileName().toString()).matches())
              .map(file -> week(file))
              .filter(week -> !week.pages().isEmpty())
              .sorted(Comparator.comparing(Week::week).reversed())
              .toList());
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.DISK, "The folder could not be listed", folder.toString(), "Check it.", e);
    }
  }

  private static Week week(Path file) {
    IsoWeek week = IsoWeek.parse(file.getFileName().toString());
    return new Week(
        week.toString(),
        Wording.of(Language.JA).days().range(week.start(), week.end()),
        Arrays.stream(Language.values())
            .map(language -> pages(file, language))
            .filter(pages -> !pages.isEmpty())
            .toList());
  }

  private static List<Page.Link> pages(Path file, Language language) {
    Wording wording = Wording.of(language);
    return Arrays.stream(Audience.values())
        .filter(audience -> Files.exists(file.resolve(PageNames.page(audience, language))))
        .map(
            audience ->
                new Page.Link(
                    wording.name("audience", audience.code()),
                    file.getFileName() + "/" + PageNames.page(audience, language),
                    false,
                    language.code()))
        .toList();
  }
}
