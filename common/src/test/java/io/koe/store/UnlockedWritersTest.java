package io.koe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that publish at once without the lock: none is lost, none doubled. */
class UnlockedWritersTest {
  private static final int WRITERS = 3;

  @TempDir(factory = MemoryDisk.class)
  Path root;

  @Test
  void threeWritersOfTenNightsMakeOneLineOfCommits() throws Exception {
    write(10);
  }

  @Test
  @Tag("endurance")
  void threeWritersOfSixtyNightsMakeOneLineOfCommits() throws Exception {
    write(60);
  }

  private void write(int nights) throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(
          TestProcess.start(
              getClass(), root.resolve("log"), root.toString(), "writer-" + writer, "" + nights));
    }
    for (Process writer : writers) {
      assertEquals(0, writer.waitFor(), () -> read(root.resolve("log")));
    }
    Warehouse warehouse = Warehouse.open(root);
    List<Commit> commits = warehouse.commits();
    List<Long> numbers = LongStream.rangeClosed(1, (long) WRITERS * nights).boxed().toList();
    assertEquals(numbers, commits.stream().map(Commit::number).toList());
    assertEquals(numbers, commits.stream().map(c -> c.parent() + 1).toList());
    assertEquals(numbers.size(), commits.stream().map(Commit::runId).distinct().count());
    String newest = commits.get(commits.size() - 1).snapshot();
    assertEquals(newest, root.resolve("current").toRealPath().getFileName().toString());
    assertEquals(List.of(), FileTree.children(warehouse.staging()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** One writer: publishes so many nights, again and again where another was first. */
  public static void main(String[] args) throws IOException {
    Warehouse warehouse = Warehouse.open(Path.of(args[0]));
    int attempt = 0;
    for (int published = 0; published < Integer.parseInt(args[2]); attempt++) {
      if (publish(warehouse, args[1] + "-" + attempt)) {
        published++;
      }
    }
  }

  private static boolean publish(Warehouse warehouse, String runId) throws IOException {
    StagedSnapshot staged = warehouse.stage(runId);
    Path table = Files.createDirectories(staged.folder().resolve("shared/topics"));
    Files.writeString(table.resolve("part-00000-x.parquet"), runId);
    LocalDate date = TestWarehouse.FIRST;
    try {
      staged.publish(
          new Publication(
              runId, date, date, warehouse.newest(), Map.of("topics", ""), Map.of("topics", 1L)));
      return true;
    } catch (KoeException e) {
      if (e.exitCode() == ExitCode.LOCKED) {
        return false;
      }
      throw e;
    }
  }
}
