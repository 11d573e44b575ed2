package io.koe.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.query.PinnedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night over a drop full of canaries, and one that is stopped, each in a process of its own:
 * nothing of them is in any byte the processes leave, write for a while, or print.
 */
class CanaryNightTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  @TempDir private Path folder;

  @Test
  void nothingOfThemIsInAnyByteOfANightOrOfOneThatIsStopped() throws Exception {
    CanaryDrop drop = new CanaryDrop(folder);
    drop.writeNight(FIRST, 20);
    drop.writeNight(FIRST.plusDays(1), 20);
    drop.writeBroken(FIRST.plusDays(1));
    assertEquals(new TreeSet<>(CanaryDrop.CANARIES), canaries(drop.root()));

    assertEquals(73, drop.run(FIRST), drop.koe()::printed);
    try (PinnedTables tables = PinnedTables.open(drop.warehouse().resolve("current"))) {
      String masked =
          "select count(*) from inquiries where body like '%<NAME>%<NAME>%<PHONE>%<EMAIL>%<CARD>%'";
      assertEquals("20", String.valueOf(tables.query(masked).rows().get(0).get(0)));
    }
    assertEquals(65, drop.run(FIRST.plusDays(1)), drop.koe()::printed);
    String printed = drop.koe().printed();
    assertTrue(printed.contains("rows are rejected"), printed);

    CanaryScan scan = new CanaryScan(CanaryDrop.CANARIES);
    assertEquals(Set.of(), scan.scan(drop.left()));
    assertEquals(Set.of(), scan.unread());
    assertEquals(Set.of(), new CanaryScan(CanaryDrop.CANARIES).scan(drop.seen()));
    try (Stream<Path> seen = Files.list(drop.seen())) {
      assertTrue(seen.anyMatch(file -> file.toString().contains("shuffle_")), "no spill was seen");
    }
  }

  private static Set<String> canaries(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    new CanaryScan(CanaryDrop.CANARIES)
        .scan(folder)
        .forEach(leak -> found.add(leak.substring(leak.indexOf(": ") + 2)));
    return found;
  }
}
