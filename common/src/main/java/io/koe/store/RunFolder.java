package io.koe.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a run, published or failed, leaves behind for people: {@code _koe/runs/<run_id>/}. */
public final class RunFolder {
  private final Path folder;

  RunFolder(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** Where Spark's own log goes; the folder is there. */
  public Path log() {
    return Disk.on(folder, () -> Files.createDirectories(folder)).resolve("spark.log");
  }

  /** What {@code run.json} says, names as they are; empty when there is none. */
  @SuppressWarnings("unchecked") // A JSON object is a map of texts.
  public Optional<Map<String, Object>> read() {
    Path file = folder.resolve("run.json");
    return Files.exists(file)
        ? Optional.of(Disk.on(file, () -> (Map<String, Object>) Json.read(file, Map.class)))
        : Optional.empty();
  }

  /**
   * Writes {@code run.json} in one step, in place of an earlier one.
   *
   * @param manifest values JSON knows, dates, instants, records, lists and maps of them; names are
   *     kept as they are. Masked content only, no secrets
   * @return the file
   */
  public Path write(Map<String, ?> manifest) {
    return JsonFile.write(folder.resolve("run.json"), manifest);
  }
}
