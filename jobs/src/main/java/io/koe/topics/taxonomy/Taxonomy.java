package io.koe.topics.taxonomy;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Sha256;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What analysts say about the topics.
 *
 * @param topics in the order of the file: of several rules that hold, the first gives the primary
 *     topic
 * @param hidden topics of the model whose inquiries count as unassigned
 * @param hash of the file's text; empty without a file
 */
public record Taxonomy(List<CuratedTopic> topics, Set<String> hidden, String hash)
    implements Serializable {
  /** Topics as the model gives them. */
  public static final Taxonomy NONE = new Taxonomy(List.of(), Set.of(), "");

  public Taxonomy {
    topics = List.copyOf(topics);
    hidden = Set.copyOf(hidden);
  }

  /** Reads a file; {@link #NONE} when there is none. */
  public static Taxonomy load(Optional<Path> file) {
    return file.map(Taxonomy::load).orElse(NONE);
  }

  /**
   * Reads a file.
   *
   * @throws KoeException with {@code CONFIGURATION} when it is not there or not in form
   */
  public static Taxonomy load(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return TaxonomyFile.parse(text.lines().toList(), Sha256.hex(text));
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "the taxonomy cannot be read",
          file.toString(),
          "give --taxonomy a text file in UTF-8 that may be read",
          e);
    } catch (TaxonomyFile.Fault e) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "the taxonomy is not in form: " + e.getMessage(),
          file + ", line " + e.line(),
          "correct the line, then try koe topics check --taxonomy " + file,
          e);
    }
  }
}
