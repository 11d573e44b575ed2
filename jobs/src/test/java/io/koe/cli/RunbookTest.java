package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.sql.TableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
  void everyGateHasALineAndEveryGateOfACheckIsKnown() {
    List<String> gates = IntStream.rangeClosed(1, 18).mapToObj(n -> "G" + n).toList();
    assertEquals(gates, found("^\\| (G\\d+) \\|"));
    TableCatalog.load()
        .checks()
        .forEach(check -> assertTrue(gates.containsAll(check.gates()), check.file()));
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(runbook)
        .results()
        .map(m -> m.group(1))
        .toList();
  }
}
