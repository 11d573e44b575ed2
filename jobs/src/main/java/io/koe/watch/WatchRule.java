package io.koe.watch;

import java.util.List;

/**
 * A rule of the watch feeds, as an analyst wrote it in {@code rules.txt}.
 *
 * @param id names the rule in tables
 * @param severity high, medium or low
 * @param routedTo who reads it: legal, pr, trust_safety or cs
 * @param title short Japanese name
 * @param phrases what hits, each with its own conditions
 */
public record WatchRule(
    String id, String severity, String routedTo, String title, List<Phrases> phrases) {

  /**
   * Words of which any one is a hit.
   *
   * @param words lower-case words
   * @param near when not empty, one of these must stand within the window around the word
   * @param unless none of these may stand within the window around the word
   */
  public record Phrases(List<String> words, List<String> near, List<String> unless) {

    boolean allows(String window) {
      return (near.isEmpty() || near.stream().anyMatch(window::contains))
          && unless.stream().noneMatch(window::contains);
    }
  }
}
