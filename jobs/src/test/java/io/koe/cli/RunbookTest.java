package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.error.ExitCode;
import io.koe.sql.TableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The runbook knows every way a run ends. */
class RunbookTest {
  private final String runbook;

  RunbookTest() throws IOException {
    runbook = Files.readString(Path.of("docs", "RUNBOOK.md"));
  }

  @Test
  void everyExitCodeHasASectionAndALineInTheTable() {
    List<String> codes = Arrays.stream(ExitCode.values()).map(c -> "" + c.code()).toList();
    assertEquals(codes, found("^## (\\d+)$"));
    assertEquals(codes, found("^\\| \\[(\\d+)\\]\\(#\\d+\\) \\|"));
  }

  @Test
  void itKnowsHowManyChecksWarn() {
    TableCatalog catalog = TableCatalog.load();
    long warning =
        catalog.tables().stream()
            .flatMap(t -> catalog.check(t.name()).stream())
            .filter(check -> !check.fails())
            .count();
    assertEquals(1, warning, "the runbook speaks of one check that warns");
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(runbook)
        .results()
        .map(m -> m.group(1))
        .toList();
  }
}
