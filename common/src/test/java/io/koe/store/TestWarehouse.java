package io.koe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of a small warehouse: two shared tables, one of them by day, and a restricted one. */
final class TestWarehouse {
  static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final Map<String, String> COMMENTS =
      Map.of("daily", "one row per day", "topics", "it's one row per topic", "inquiries", "");

  private TestWarehouse() {}

  /** Stages and publishes night n: table topics and the day's part of table daily. */
  static Commit publish(Warehouse warehouse, int night) {
    return stageNight(warehouse, night).publish(publication(warehouse, night));
  }

  static StagedSnapshot stageNight(Warehouse warehouse, int night) {
    StagedSnapshot staged = warehouse.stage("night-" + night);
    String day = "metric_date=" + FIRST.plusDays(night);
    write(staged, "shared/topics/part-00000-af-c000.zstd.parquet", "topics " + night);
    write(staged, "shared/topics/_SUCCESS", "");
    write(staged, "shared/topics/.part-00000-af-c000.zstd.parquet.crc", "crc");
    write(staged, "internal/scratch/part-00000-af-c000.zstd.parquet", "scratch");
    if (night == 0) {
      write(staged, "restricted/inquiries/part-00000-af-c000.zstd.parquet", "inquiries");
    }
    warehouse.newest().ifPresent(c -> linkDaily(warehouse.snapshot(c), staged.folder()));
    write(staged, "shared/daily/" + day + "/part-00001-be-c000.zstd.parquet", "second " + night);
    write(staged, "shared/daily/" + day + "/part-00000-be-c000.zstd.parquet", "first " + night);
    return staged;
  }

  static Publication publication(Warehouse warehouse, int night) {
    return new Publication(
        "key-" + night,
        FIRST.plusDays(night),
        FIRST.plusDays(night),
        warehouse.newest(),
        COMMENTS,
        Map.of("topics", 1L));
  }

  private static void linkDaily(Path parent, Path staging) {
    try {
      FileTree.link(parent.resolve("shared/daily"), staging.resolve("shared/daily"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(StagedSnapshot staged, String path, String text) {
    try {
      Path file = staged.folder().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the night a reader sees, after checking that all it sees is of that night. */
  static Optional<Integer> nightSeen(Path root) throws IOException {
    if (!Files.exists(root.resolve("current"))) {
      return Optional.empty();
    }
    return nightIn(root.resolve("current").toRealPath());
  }

  /** The number of a snapshot's night, after checking that all it holds is of that night. */
  static Optional<Integer> nightIn(Path snapshot) throws IOException {
    String topics = text(snapshot.resolve("shared/topics"));
    int night = Integer.parseInt(topics.substring("topics ".length()));
    StringBuilder daily = new StringBuilder();
    for (int n = 0; n <= night; n++) {
      daily.append("first ").append(n).append("second ").append(n);
    }
    if (!text(snapshot.resolve("shared/daily")).contentEquals(daily)
        || !text(snapshot.resolve("restricted/inquiries")).equals("inquiries")) {
      throw new AssertionError("torn snapshot of night " + night);
    }
    return Optional.of(night);
  }

  private static String text(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    List<Path> files = FileTree.files(folder);
    return files.stream().map(TestWarehouse::read).collect(Collectors.joining());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
