package io.koe.hdfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestHdfs;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Commit;
import io.koe.store.Publication;
import io.koe.store.StagedSnapshot;
import io.koe.store.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a warehouse promises, of one in HDFS. */
class HdfsWarehouseTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 4, 1);

  private static final int WRITERS = 3;
  private static final int NIGHTS = 4;

  private Path root;
  private Warehouse warehouse;

  @BeforeEach
  void newWarehouse(TestInfo test) throws IOException {
    root = TestHdfs.folder("warehouses/" + test.getTestMethod().orElseThrow().getName());
    warehouse = Warehouse.open(root);
  }

  @Test
  void aNightIsSeenWholeAndKeepsWhatItDidNotTouch() throws IOException {
    publish(warehouse, 0, "topics", "daily");
    Commit second = publish(warehouse, 1, "topics");
    Path snapshot = warehouse.snapshot(second);
    assertEquals(
        List.of("restricted/daily 0", "shared/topics 1"),
        warehouse.files(second).stream().map(f -> text(snapshot, f.path())).sorted().toList());
    // The first night's copy keeps its hash without being read again.
    assertEquals(hashes(warehouse.commit(1).orElseThrow(), "daily"), hashes(second, "daily"));
    assertEquals("0", Files.readString(data(warehouse.commit(1).orElseThrow(), "shared/topics")));
    assertTrue(Files.readString(root.resolve("current.json")).contains(second.snapshot()));
    String views = Files.readString(root.resolve("views/spark.sql"));
    assertTrue(views.contains("path '" + snapshot + "/shared/topics'"), views);
    assertFalse(Files.exists(root.resolve("views/duckdb.sql")), "DuckDB cannot read it");
  }

  @Test
  void writersWithoutTheLockMakeOneLineOfCommits() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<Integer>> lostRaces = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int first = 100 * writer;
      lostRaces.add(writers.submit(() -> publishNights(first)));
    }
    for (Future<Integer> lost : lostRaces) {
      assertTrue(lost.get() >= 0);
    }
    writers.shutdown();
    List<Commit> commits = warehouse.commits();
    List<Long> numbers = LongStream.rangeClosed(1, (long) WRITERS * NIGHTS).boxed().toList();
    assertEquals(numbers, commits.stream().map(Commit::number).toList());
    assertEquals(numbers.size(), commits.stream().map(Commit::runId).distinct().count());
    assertEquals(List.of(), children("_koe/staging"));
  }

  /** Publishes so many nights, each again until no other has taken its number; how often it was. */
  private int publishNights(int first) throws IOException {
    Warehouse own = Warehouse.open(root);
    int attempt = first;
    for (int published = 0; published < NIGHTS; attempt++) {
      try {
        publish(own, attempt, "topics");
        published++;
      } catch (KoeException e) {
        assertEquals(ExitCode.LOCKED, e.exitCode(), e.toString());
      }
    }
    return attempt - first - NIGHTS;
  }

  @Test
  @SuppressWarnings("try") // The lock is held, not used.
  void theLockIsHeldByOneClientAndFreeWhenItLetsGo() throws IOException {
    Path lock = root.resolve("_koe/LOCK");
    warehouse.lock("a").close();
    try (var held = warehouse.lock("b")) {
      assertLocked("this process");
    }
    // A stream of its own, as another process would have.
    try (var other = Files.newOutputStream(lock, StandardOpenOption.APPEND)) {
      other.write("{ other }\n".getBytes(UTF_8));
      assertLocked("\"run_id\" : \"b\"");
    }
    warehouse.lock("c").close();
    assertEquals(4, Files.readAllLines(lock).size());
  }

  private void assertLocked(String holder) {
    KoeException busy = assertThrows(KoeException.class, () -> warehouse.lock("next").close());
    assertEquals(ExitCode.LOCKED, busy.exitCode());
    assertTrue(busy.getMessage().contains(holder), busy.getMessage());
  }

  @Test
  void whatADeadRunLeftIsClearedAway() throws IOException {
    publish(warehouse, 0, "topics");
    stage(warehouse, 1, "topics");
    Files.createDirectories(root.resolve("snapshots/s000000000002-00000000/shared/topics"));
    Files.writeString(root.resolve("_koe/commits/.s000000000002-00000000.tmp"), "half");
    Files.delete(root.resolve("current.json"));
    warehouse.lock("next").close();
    assertEquals(List.of(), children("_koe/staging"));
    assertEquals(List.of(warehouse.newest().orElseThrow().snapshot()), children("snapshots"));
    assertEquals(List.of("000000000001.json"), children("_koe/commits"));
    assertTrue(Files.exists(root.resolve("current.json")));
  }

  @Test
  void anOlderNightCanBePublishedAgainAndOldOnesRemoved() throws IOException {
    publish(warehouse, 0, "topics");
    publish(warehouse, 1, "topics");
    Commit back = warehouse.rollBackTo(1, "back");
    assertEquals(3, back.number());
    assertEquals("0", Files.readString(data(back, "shared/topics")));
    assertEquals(2, warehouse.keepNewestOnly().size());
    assertEquals("0", Files.readString(data(back, "shared/topics")));
  }

  private List<String> children(String folder) throws IOException {
    try (var files = Files.list(root.resolve(folder))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static Commit publish(Warehouse warehouse, int night, String... tables)
      throws IOException {
    return stage(warehouse, night, tables).publish(publication(warehouse.newest(), night));
  }

  private static StagedSnapshot stage(Warehouse warehouse, int night, String... tables)
      throws IOException {
    StagedSnapshot staged = warehouse.stage("night-" + night);
    for (String table : tables) {
      String place = table.equals("daily") ? "restricted" : "shared";
      Path folder = staged.folder().resolve(place).resolve(table);
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("part-00000-af-c000.zstd.parquet"), "" + night);
    }
    return staged;
  }

  private static Publication publication(Optional<Commit> parent, int night) {
    return new Publication(
        "key-" + night,
        NIGHT.plusDays(night),
        NIGHT.plusDays(night),
        parent,
        Map.of("topics", "", "daily", ""),
        Map.of());
  }

  private Path data(Commit commit, String table) {
    return warehouse.files(commit).stream()
        .filter(f -> f.path().startsWith(table + "/"))
        .map(f -> warehouse.snapshot(commit).resolve(f.path()))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> hashes(Commit commit, String table) {
    return warehouse.files(commit).stream()
        .filter(f -> f.path().contains("/" + table + "/"))
        .map(f -> f.path() + f.sha256())
        .collect(Collectors.toSet());
  }

  private static String text(Path snapshot, String path) {
    try {
      return Path.of(path).getParent() + " " + Files.readString(snapshot.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
