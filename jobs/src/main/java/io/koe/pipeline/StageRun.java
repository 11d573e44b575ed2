package io.koe.pipeline;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Settings;
import io.koe.night.Stage;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableModel;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import io.koe.topics.TopicOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single stages over the newest snapshot, outside the warehouse: a developer's loop. */
public final class StageRun {
  private final Path warehouse;
  private final Path out;
  private final Settings settings;
  private final TopicOptions topics;
  private final Engines engines;

  /**
   * Prepares the stages' run.
   *
   * @param warehouse where the newest snapshot is read
   * @param out a folder that is not there yet; the stages' tables go into it
   */
  public StageRun(
      Path warehouse, Path out, Settings settings, TopicOptions topics, Engines engines) {
    this.warehouse = warehouse;
    this.out = out.toAbsolutePath().normalize();
    this.settings = settings;
    this.topics = topics;
    this.engines = engines;
  }

  /** Runs the named stages in the order of the night and tells what each table holds. */
  public List<String> run(List<String> names, Progress progress) {
    names.forEach(StageRun::requireStage);
    Warehouse published = Warehouse.published(warehouse);
    Commit newest = published.newest().orElseThrow();
    requireNewFolder(published.snapshot(newest));
    Night night = new Night(newest.runId(), newest.firstDate(), newest.runDate(), settings);
    try (SparkRun spark = SparkRun.start(engines, Path.of("/dev/null"))) {
      RunTables tables =
          spark.tables(TableCatalog.load(), out, Optional.of(published.snapshot(newest)));
      for (Stage stage : Stages.computing(topics)) {
        if (names.contains(stage.name())) {
          progress.stage(stage.name());
          stage.run(tables, night);
        }
      }
      return lines(tables);
    }
  }

  private void requireNewFolder(Path snapshot) {
    if (Files.exists(out)) {
      throw new KoeException(
          ExitCode.USAGE,
          "the folder is there already",
          out.toString(),
          "choose a new folder, or delete this one");
    }
    try {
      Path parent = Files.createDirectories(out.getParent());
      if (!Files.getFileStore(parent).equals(Files.getFileStore(snapshot))) {
        throw new KoeException(
            ExitCode.USAGE,
            "the folder is on another disk than the warehouse, whose files it is to share",
            out.toString(),
            "choose a folder on the disk of " + warehouse);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireStage(String name) {
    List<String> known = Stages.computing().stream().map(Stage::name).toList();
    if (!known.contains(name)) {
      throw new KoeException(
          ExitCode.USAGE,
          "there is no stage " + name + " to run alone",
          "koe stage",
          "choose among " + String.join(", ", known));
    }
  }

  private List<String> lines(RunTables tables) {
    List<String> lines = new ArrayList<>();
    for (TableModel table : tables.catalog().tables()) {
      if (tables.isStaged(table.name())) {
        lines.add("%-28s %,12d rows".formatted(table.name(), tables.read(table.name()).count()));
      }
    }
    lines.add("Tables: " + out);
    return lines;
  }
}
