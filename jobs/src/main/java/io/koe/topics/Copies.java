package io.koe.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Documents that say the same but for a word or two, as campaign texts, bots and repeated inquiries
 * do: the first of each kind stands for all, so that a topic isn't what is said often in the same
 * words.
 *
 * <p>Copies share four in five of their distinct terms, by the Jaccard coefficient; found by
 * MinHash with six bands of three numbers, which misses such a pair once in 70. Texts of few terms
 * are never copies: many customers say the same in short.
 */
final class Copies {
  private static final int FEWEST_TERMS = 5;
  private static final double ALIKE = 0.8;
  private static final int BANDS = 6;
  private static final int ROWS = 3;

  private final List<TopicDocument> kept = new ArrayList<>();
  private final List<List<TopicDocument>> copies = new ArrayList<>();
  private final List<Set<String>> sets = new ArrayList<>();
  private final Map<List<Long>, List<Integer>> bands = new HashMap<>();

  /** Of documents in the order in which they are to stand for others. */
  Copies(List<TopicDocument> documents) {
    documents.forEach(this::add);
  }

  private void add(TopicDocument document) {
    Set<String> terms = new HashSet<>(document.terms());
    List<List<Long>> keys = terms.size() < FEWEST_TERMS ? List.of() : keys(terms);
    int same = like(terms, keys);
    if (same >= 0) {
      copies.get(same).add(document);
      return;
    }
    keys.forEach(key -> bands.computeIfAbsent(key, k -> new ArrayList<>(1)).add(kept.size()));
    kept.add(document);
    sets.add(terms);
    copies.add(new ArrayList<>(1));
  }

  private static List<List<Long>> keys(Set<String> terms) {
    long[] numbers = MinHash.of(terms, BANDS * ROWS);
    List<List<Long>> keys = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      int from = band * ROWS;
      keys.add(List.of((long) band, numbers[from], numbers[from + 1], numbers[from + 2]));
    }
    return keys;
  }

  /** The first kept document that is like the terms; -1 when none is. */
  private int like(Set<String> terms, List<List<Long>> keys) {
    int first = -1;
    for (List<Long> key : keys) {
      for (int candidate : bands.getOrDefault(key, List.of())) {
        boolean isEarlier = first < 0 || candidate < first;
        first = isEarlier && jaccard(terms, sets.get(candidate)) >= ALIKE ? candidate : first;
      }
    }
    return first;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    double both = one.stream().filter(other::contains).count();
    return both / (one.size() + other.size() - both);
  }

  /** The documents that stand for themselves and their copies. */
  List<TopicDocument> kept() {
    return kept;
  }

  /** Number of documents each of {@link #kept} stands for, itself included. */
  int[] counts() {
    return copies.stream().mapToInt(c -> c.size() + 1).toArray();
  }

  /** By the id of a document that stands for others, the ids of those others. */
  Map<String, List<String>> byKept() {
    Map<String, List<String>> ids = new HashMap<>();
    for (int i = 0; i < kept.size(); i++) {
      if (!copies.get(i).isEmpty()) {
        ids.put(
            kept.get(i).inquiryId(), copies.get(i).stream().map(TopicDocument::inquiryId).toList());
      }
    }
    return ids;
  }
}
