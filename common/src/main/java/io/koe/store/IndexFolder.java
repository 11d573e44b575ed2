package io.koe.store;

import java.nio.file.Path;

/**
 * The search index of a snapshot: {@code restricted/_search/day=D/} and {@code month=M/}, one
 * Lucene index a day of arrival, or a month that is over. It is no table, but as much part of the
 * snapshot as its tables are: it never changes, what a run did not touch are hard links to the
 * parent's files, and {@code files.json} lists and hashes it.
 */
public final class IndexFolder {
  static final String NAME = "_search";
  private static final Path INSIDE = Path.of("restricted", NAME);

  private IndexFolder() {}

  /** Where it is in a snapshot, staged or published. */
  public static Path of(Path snapshot) {
    return snapshot.resolve(INSIDE);
  }

  /** Whether a path, relative to a snapshot, is in it. */
  static boolean holds(Path path) {
    return path.startsWith(INSIDE);
  }
}
