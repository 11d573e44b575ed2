package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.TestKey;
import io.koe.TestSpark;
import io.koe.sample.SampleDrop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose report can't be written is published all the same. */
class FailedReportTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 9, 7);

  @TempDir private Path folder;

  @Test
  void theNightStaysPublishedAndItsReportCanBeWrittenAgain() throws IOException {
    TestSpark.session();
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    Path inTheWay = Files.createFile(warehouse.resolve("reports"));
    Console.Result run = run(warehouse);
    assertEquals(76, run.exit(), run.err());
    assertTrue(run.out().contains("Published 2026-09-07 as snapshot"), run.out());
    assertFalse(run.err().contains("nothing was published"), run.err());
    List<String> lines = run.err().lines().filter(l -> !l.startsWith("koe: ")).toList();
    assertTrue(lines.get(0).startsWith("error: the night is published, but its report"), run.err());
    JsonNode manifest = manifest(warehouse);
    assertEquals(76, manifest.get("exit").asInt());
    assertEquals(1, manifest.get("commit").asInt());
    List<String> stages = new ArrayList<>();
    manifest.get("stage_seconds").fieldNames().forEachRemaining(stages::add);
    assertEquals(
        List.of(
            "ingest",
            "tokenize",
            "topics",
            "metrics",
            "drivers",
            "watch",
            "search",
            "check",
            "publish",
            "report"),
        stages);

    Files.delete(inTheWay);
    String command = lines.get(2).substring(lines.get(2).indexOf("koe report") + "koe ".length());
    Console.Result report = Console.run(command.split(" "));
    assertEquals(0, report.exit(), report.err());
    assertTrue(Files.exists(inTheWay.resolve("2026-W37/pm.ja.html")), report.out());

    Console.Result future =
        Console.run("report", "--warehouse", warehouse.toString(), "--week", "2026-W38");
    assertEquals(2, future.exit(), future.err());
    assertTrue(future.err().contains("choose a week up to 2026-W37"), future.err());
  }

  private Console.Result run(Path warehouse) throws IOException {
    Path drop = folder.resolve("drop");
    new SampleDrop(drop, NIGHT, NIGHT, 60, 7).write(day -> {});
    Path key = TestKey.in(folder);
    return Console.run(
        "run",
        "--input",
        drop.toString(),
        "--warehouse",
        warehouse.toString(),
        "--pseudonym-key-file",
        key.toString(),
        "--date",
        NIGHT.toString());
  }

  private static JsonNode manifest(Path warehouse) throws IOException {
    try (Stream<Path> runs = Files.list(warehouse.resolve("_koe").resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow();
      return new ObjectMapper().readTree(run.resolve("run.json").toFile());
    }
  }
}
