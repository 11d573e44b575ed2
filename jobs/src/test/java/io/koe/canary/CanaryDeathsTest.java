package io.koe.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nights over a drop full of canaries that die in every way: nothing of them is in any byte the
 * processes leave, write for a while, or print.
 */
@Tag("endurance")
class CanaryDeathsTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 10, 1);
  private static final int KILLS = 3;

  /** What stays of each text, masked. */
  private static final String MASKED = "商品が届かないので返金";

  @TempDir private Path folder;
  private CanaryDrop drop;

  @BeforeEach
  void prepare() throws IOException {
    drop = new CanaryDrop(folder);
  }

  @Test
  void aNightKilledAtAnyInstantLeavesNothingOfThem() throws Exception {
    drop.writeNight(NIGHT, 2000);
    drop.writeNight(NIGHT.plusDays(1), 2000);
    long start = System.nanoTime();
    assertEquals(73, drop.run(NIGHT), drop.koe()::printed);
    long nanos = System.nanoTime() - start;
    for (int kill = 0; kill < KILLS; kill++) {
      long instant = nanos * (2 * kill + 1) / (2 * KILLS);
      assertEquals(137, signalled(NIGHT.plusDays(1), "KILL", instant), drop.koe()::printed);
      assertClean();
    }
    assertEquals(73, drop.run(NIGHT.plusDays(1)), drop.koe()::printed);
    assertClean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEGV", "ABRT"})
  void aNightThatCrashesLeavesNothingOfThemAndNoFileOfTheCrash(String signal) throws Exception {
    drop.writeNight(NIGHT, 5000);
    for (int seconds = 4; seconds <= 10; seconds += 6) {
      signalled(NIGHT, signal, TimeUnit.SECONDS.toNanos(seconds));
      assertClean();
      assertNoDump();
    }
  }

  @Test
  void aNightOutOfMemoryLeavesNothingOfThemAndNoDump() throws Exception {
    drop.writeNight(NIGHT, 20);
    drop.writeGiants(NIGHT, 4);
    int exit = drop.run(NIGHT, "-Xmx480m");
    assertNotEquals(73, exit, drop.koe()::printed);
    assertTrue(drop.koe().printed().contains("OutOfMemoryError"), drop.koe()::printed);
    assertClean();
    assertNoDump();
  }

  @Test
  void aNightThatSpillsLeavesNothingOfThemAndWhatItSpillsIsEncrypted() throws Exception {
    drop.writeNight(NIGHT, 5000);
    assertEquals(
        73,
        drop.run(NIGHT, "-Dspark.shuffle.spill.numElementsForceSpillThreshold=100"),
        drop.koe()::printed);
    assertClean();
    List<Path> spilled = seen("temp_local_");
    assertTrue(!spilled.isEmpty(), "nothing was spilled");
    System.out.println("spilled: " + spilled.size() + " files, " + bytes(spilled) + " bytes");
    Set<String> readable = new CanaryScan(List.of(MASKED)).scan(drop.seen());
    assertEquals(
        List.of(), readable.stream().filter(leak -> !leak.contains(".parquet: ")).toList());
    assertTrue(!readable.isEmpty(), "the scan finds masked text where it may be");
  }

  /** Runs a night, sends a signal when some time has passed, and gives the exit code. */
  private int signalled(LocalDate night, String signal, long nanos) throws Exception {
    Process process = drop.start(night);
    Executor later = CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS);
    CompletableFuture<?> sent = CompletableFuture.runAsync(() -> send(signal, process), later);
    int exit = drop.watch(process);
    sent.cancel(false);
    return exit;
  }

  private static void send(String signal, Process process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is cut short is searched as the bytes it is. */
  private void assertClean() throws IOException {
    assertEquals(Set.of(), new CanaryScan(CanaryDrop.CANARIES).scan(drop.left()));
    assertEquals(Set.of(), new CanaryScan(CanaryDrop.CANARIES).scan(drop.seen()));
  }

  private void assertNoDump() throws IOException {
    try (Stream<Path> files = Files.walk(drop.left())) {
      assertEquals(
          List.of(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("(hs_err|replay|java_pid|core).*"))
              .toList());
    }
  }

  private List<Path> seen(String name) throws IOException {
    try (Stream<Path> files = Files.list(drop.seen())) {
      return files.filter(file -> file.toString().contains(name)).toList();
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
