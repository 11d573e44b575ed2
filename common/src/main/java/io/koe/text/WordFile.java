package io.koe.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A commented word resource of this package: {@code #} starts a comment. */
final class WordFile {
  private WordFile() {}

  /** The whole file as text, comments included. */
  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(WordFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a file, separated by white space. */
  static Set<String> words(String name) {
    return text(name)
        .lines()
        .map(line -> line.replaceAll("#.*$", "").strip())
        .filter(line -> !line.isEmpty())
        .flatMap(line -> Arrays.stream(line.split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
