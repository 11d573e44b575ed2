package io.koe.ingest;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder a night reads: {@code <table>/dt=<date>/*} and whole tables {@code <table>/*}. */
final class InputDrop {
  private static final String DT = "dt=";

  private final Path root;

  InputDrop(Path root) {
    this.root = root;
  }

  /**
   * The files of the nights from {@code night.firstDate()} to {@code night.date()}, in order, after
   * those of {@code before}: a night's own rows win over rows of theirs with the same key. Throws
   * with {@link ExitCode#INPUT_MISSING} when there are no inquiries for them.
   */
  List<InputFile> files(Night night, List<InputFile> before) {
    requireInquiries(night);
    List<InputFile> files = new ArrayList<>(before);
    for (TableContract table : InputContract.tables()) {
      Path folder = root.resolve(table.name());
      if (!table.isDaily()) {
        add(files, table, folder, night.date());
        continue;
      }
      nights(folder)
          .subMap(night.firstDate(), true, night.date(), true)
          .forEach((date, path) -> add(files, table, path, date));
    }
    return files;
  }

  /**
   * The mended files in place of rejected ones, in order; they arrive on {@code night.date()}.
   * Throws with {@link ExitCode#INPUT_MISSING} when there are none.
   */
  List<InputFile> replays(RejectedFiles rejected, Night night) {
    List<InputFile> replays = new ArrayList<>();
    for (TableContract table : InputContract.tables()) {
      if (table.isDaily()) {
        Path folder = root.resolve(table.name());
        nights(folder).values().forEach(day -> addReplays(replays, table, day, rejected, night));
      }
    }
    if (replays.isEmpty()) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "No file of an earlier night that was rejected is among the mended ones.",
          root.toString(),
          "Name each as koe quarantine list does, <table>/dt=<date>/<name>; only the encoding and"
              + " the extension may change.");
    }
    return replays;
  }

  /** Whether the drop has the table at all: some file of it, of a night up to the run's. */
  boolean has(TableContract table, Night night) {
    Path folder = root.resolve(table.name());
    return table.isDaily()
        ? nights(folder).headMap(night.date(), true).values().stream()
            .anyMatch(p -> !names(p).isEmpty())
        : !names(folder).isEmpty();
  }

  /**
   * Throws with {@link ExitCode#INPUT_MISSING} when somebody has written to a file since it was
   * listed: what was read may be half of it.
   */
  static void requireUnchanged(List<InputFile> files) {
    for (InputFile file : files) {
      if (!file.now().equals(file)) {
        throw new KoeException(
            ExitCode.INPUT_MISSING,
            "A file of the drop changed while it was read.",
            file.location(),
            "Run again when the drop is delivered; write files under a name that begins with a dot"
                + " and rename them when they are whole.");
      }
    }
  }

  private void requireInquiries(Night night) {
    Path folder = root.resolve(InputContract.INQUIRIES);
    NavigableMap<LocalDate, Path> nights = nights(folder);
    if (nights.isEmpty()) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "The drop has no inquiries.",
          folder.toString(),
          "Point --input to a folder that holds inquiries/dt=YYYY-MM-DD/.");
    }
    if (nights.subMap(night.firstDate(), true, night.date(), true).isEmpty()) {

      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "The drop has no inquiries of the night.",
          folder.resolve(DT + night.date()).toString(),
          "Deliver the folder, or run a night that is there; the newest is "
              + nights.lastKey()
              + ".");
    }
  }

  private void addReplays(
      List<InputFile> replays, TableContract table, Path day, RejectedFiles rejected, Night night) {
    for (String name : names(day)) {
      Path path = day.resolve(name);
      rejected
          .mendedBy(nameOf(path))
          .map(replayed -> file(replays.size(), table, path, night.date(), replayed))
          .ifPresent(replays::add);
    }
  }

  private void add(List<InputFile> files, TableContract table, Path folder, LocalDate arrival) {
    for (String name : names(folder)) {
      files.add(file(files.size(), table, folder.resolve(name), arrival, null));
    }
  }

  private InputFile file(
      int number, TableContract table, Path path, LocalDate arrival, String replays) {
    return InputFile.listed(
        number, table.name(), nameOf(path), path.toAbsolutePath(), arrival, replays);
  }

  private String nameOf(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static NavigableMap<LocalDate, Path> nights(Path folder) {
    NavigableMap<LocalDate, Path> nights = new TreeMap<>();
    for (Path path : children(folder)) {
      String name = path.getFileName().toString();
      if (name.startsWith(DT) && Files.isDirectory(path)) {
        try {
          nights.put(LocalDate.parse(name.substring(DT.length())), path);
        } catch (DateTimeException e) {
          throw new KoeException(
              ExitCode.INPUT_MISSING,
              "A folder's name is not a date.",
              path.toString(),
              "Name it dt=YYYY-MM-DD, by the day of arrival in Japan.",
              e);
        }
      }
    }
    return nights;
  }

  /** Names of the data files in a folder, in order; none when it isn't there. */
  private static List<String> names(Path folder) {
    return children(folder).stream()
        .filter(p -> !Files.isDirectory(p))
        .map(p -> p.getFileName().toString())
        .filter(n -> !n.startsWith(".") && !n.startsWith("_"))
        .sorted()
        .toList();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "A folder of the drop can't be listed.",
          folder.toString(),
          "Let the user who runs koe read it.",
          e);
    }
  }
}
