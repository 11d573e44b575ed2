package io.koe.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds planted strings in whatever a run leaves behind: in names of files and in every byte, as it
 * is or compressed; in the values of Parquet files; in the terms and fields of Lucene indexes. What
 * is encrypted is searched as the bytes it is.
 */
final class CanaryScan {
  /** Compressed within compressed; pages of a Parquet file in an archive are two. */
  private static final int DEEPEST = 3;

  private final Map<String, String> canaries = new LinkedHashMap<>();
  private final Set<String> unread = new TreeSet<>();

  /**
   * Searches for them in every spelling of {@link Spellings}.
   *
   * @param canaries strings that nothing but a leak can hold
   */
  CanaryScan(Collection<String> canaries) {
    canaries.forEach(
        canary -> Spellings.of(canary).forEach(bytes -> this.canaries.put(bytes, canary)));
  }

  /** {@code <file below the folder>: <canary>} of each leak, in order. */
  Set<String> scan(Path folder) throws IOException {
    Set<String> leaks = new TreeSet<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        String place = folder.relativize(path).toString();
        search(place, place.getBytes(UTF_8), 0, leaks);
        if (Files.isRegularFile(path) && !Files.isSymbolicLink(path)) {
          scanFile(place, path, leaks);
        }
      }
    }
    return leaks;
  }

  /** Parquet files and indexes that were searched as the bytes they are alone, being cut short. */
  Set<String> unread() {
    return unread;
  }

  private void scanFile(String place, Path file, Set<String> leaks) throws IOException {
    search(place, Files.readAllBytes(file), DEEPEST, leaks);
    try {
      String name = file.getFileName().toString();
      if (name.endsWith(".parquet")) {
        search(place, ParquetText.of(file).getBytes(UTF_8), 0, leaks);
      } else if (name.startsWith("segments_")) {
        search(place, IndexText.of(file.getParent()).getBytes(UTF_8), 0, leaks);
      }
    } catch (IOException | RuntimeException e) {
      unread.add(place);
    }
  }

  private void search(String place, byte[] bytes, int depth, Set<String> leaks) {
    String text = new String(bytes, ISO_8859_1);
    canaries.forEach(
        (spelling, canary) -> {
          if (text.contains(spelling)) {
            leaks.add(place + ": " + canary);
          }
        });
    if (depth > 0) {
      Frames.in(bytes).forEach(frame -> search(place, frame, depth - 1, leaks));
    }
  }
}
