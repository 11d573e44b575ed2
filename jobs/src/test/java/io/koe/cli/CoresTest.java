package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.koe.KoeProcess;
import io.koe.PublishedRows;
import io.koe.TestKey;
import io.koe.sample.SampleDrop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same nights on one core and on several. */
@Tag("endurance")
class CoresTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
  private static final LocalDate NIGHT = FIRST.plusDays(14);

  @TempDir private Path folder;

  @Test
  void oneCorePublishesTheRowsOfSeveral() throws Exception {
    new SampleDrop(folder.resolve("drop"), FIRST, NIGHT, 60, 11).write(day -> {});
    TestKey.in(folder);
    Map<String, String> one = published(1);
    assertEquals(one, published(2));
    assertEquals(one, published(5));
  }

  /** Two weeks at once, then a night. */
  private Map<String, String> published(int cores) throws Exception {
    Path warehouse = folder.resolve("cores-" + cores);
    String master = "local[" + cores + "]";
    run(warehouse, master, "--from", FIRST.toString(), "--date", NIGHT.minusDays(1).toString());
    run(warehouse, master, "--date", NIGHT.toString());
    return PublishedRows.hashes(warehouse);
  }

  private void run(Path warehouse, String master, String... options) throws Exception {
    String[] all =
        Stream.concat(Stream.of("--master", master), Stream.of(options)).toArray(String[]::new);
    KoeProcess koe = new KoeProcess(folder.resolve("left"));
    Process run = koe.run(folder.resolve("drop"), warehouse, folder.resolve("koe.key"), all);
    assertEquals(73, run.waitFor(), koe::printed);
  }
}
