package io.koe.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file of JSON that is there whole or not at all. */
public final class JsonFile {
  private JsonFile() {}

  /**
   * Writes it in one step, in place of an earlier one; its folder is made when it is not there.
   *
   * @param content values JSON knows, dates, instants, records, lists and maps of them; names of
   *     maps are kept as they are
   * @return the file
   */
  public static Path write(Path file, Map<String, ?> content) {
    return Disk.on(
        file,
        () -> {
          Files.createDirectories(file.toAbsolutePath().getParent());
          Disk.replace(file, Json.write(content));
          return file;
        });
  }
}
