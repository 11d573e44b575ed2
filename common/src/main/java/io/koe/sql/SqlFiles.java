package io.koe.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of {@code sql/<folder>/}, which the jar carries. */
final class SqlFiles {
  private static final String ANALYSIS = "analysis";

  /**
   * One file.
   *
   * @param folder the stage, or {@code analysis}
   */
  record SqlFile(String folder, String name, String text) {}

  private SqlFiles() {}

  /** Those that name tables and checks, by path. */
  static List<SqlFile> tables() {
    return all().stream().filter(f -> !f.folder().equals(ANALYSIS)).toList();
  }

  /** Those that hold one question each, by path. */
  static List<SqlFile> analyses() {
    return all().stream().filter(f -> f.folder().equals(ANALYSIS)).toList();
  }

  private static List<SqlFile> all() {
    try {
      URI root = SqlFiles.class.getResource("tables").toURI();
      if (!root.getScheme().equals("jar")) {
        return read(Path.of(root));
      }
      try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
        return read(jar.getPath("/io/koe/sql/tables"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SqlFile> read(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root, 2)) {
      return paths
          .filter(p -> root.relativize(p).getNameCount() == 2)
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .map(SqlFiles::file)
          .toList();
    }
  }

  private static SqlFile file(Path path) {
    try {
      return new SqlFile(
          path.getParent().getFileName().toString().replace("/", ""),
          path.getFileName().toString(),
          Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
