package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README states is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  private final String readme = read();

  @Test
  void theExitCodesAreThoseOfTheProgramme() {
    List<String> stated =
        Pattern.compile("^\\| (\\d+) \\| (.+) \\|$", Pattern.MULTILINE)
            .matcher(readme)
            .results()
            .map(m -> m.group(1) + " " + m.group(2))
            .toList();
    assertEquals(
        Arrays.stream(ExitCode.values()).map(c -> c.code() + " " + c.meaning()).toList(), stated);
  }

  @Test
  void everyCommandIsListedAndEveryListedCommandExists() {
    Matcher rows = Pattern.compile("^\\| `koe (\\w+)` \\|", Pattern.MULTILINE).matcher(readme);
    Set<String> stated = new TreeSet<>();
    rows.results().forEach(m -> stated.add(m.group(1)));
    assertEquals(new TreeSet<>(Koe.commandLine().getSubcommands().keySet()), stated);
  }

  @Test
  void everyPublishedTableIsListedAndEveryListedTableExists() {
    Matcher rows =
        Pattern.compile("^\\| (shared|restricted) \\| (`\\w+`(?:, `\\w+`)*) \\|", Pattern.MULTILINE)
            .matcher(readme);
    Set<String> stated = new TreeSet<>();
    rows.results()
        .forEach(
            m ->
                Arrays.stream(m.group(2).split(", ", -1))
                    .forEach(t -> stated.add(m.group(1) + " " + t.replace("`", ""))));
    Set<String> published = new TreeSet<>();
    TableCatalog.load().tables().stream()
        .filter(t -> t.place() != Place.INTERNAL)
        .map(ReadmeTest::place)
        .forEach(published::add);
    assertEquals(published, stated);
  }

  @Test
  void everyLinkedFileIsThere() {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
    link.matcher(readme)
        .results()
        .forEach(m -> assertTrue(Files.exists(ROOT.resolve(m.group(1))), m.group(1)));
  }

  @Test
  void theLauncherAndTheContinuousBuildCanBeRun() {
    assertTrue(Files.isExecutable(ROOT.resolve("jobs/bin/koe")));
    assertTrue(Files.isExecutable(ROOT.resolve(".ci/run")));
  }

  private static String place(TableModel table) {
    return table.place().folder() + " " + table.name();
  }

  private static String read() {
    try {
      return Files.readString(ROOT.resolve("README.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
