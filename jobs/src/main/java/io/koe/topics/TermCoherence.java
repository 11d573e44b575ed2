package io.koe.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well the first terms of topics read: coherence is the mean normalised pointwise mutual
 * information of their pairs over the documents (Bouma 2009; Lau, Newman and Baldwin 2014; a pair
 * no document has counts −1), diversity the share of distinct terms among all topics' (Dieng, Ruiz
 * and Blei 2020).
 *
 * @param coherence −1 to 1, mean over topics with two terms or more; NaN without any
 * @param diversity 0 to 1; NaN without any term
 */
public record TermCoherence(double coherence, double diversity) {

  /**
   * Coherence and diversity.
   *
   * @param topics the first terms of each topic
   * @param documents terms of each document
   */
  public static TermCoherence of(List<List<String>> topics, List<List<String>> documents) {
    Map<String, Set<Integer>> having = new HashMap<>();
    topics.forEach(terms -> terms.forEach(term -> having.put(term, new HashSet<>())));
    for (int i = 0; i < documents.size(); i++) {
      for (String term : documents.get(i)) {
        if (having.containsKey(term)) {
          having.get(term).add(i);
        }
      }
    }
    double coherence =
        topics.stream()
            .filter(terms -> terms.size() > 1)
            .mapToDouble(terms -> coherence(terms, having, documents.size()))
            .average()
            .orElse(Double.NaN);
    int all = topics.stream().mapToInt(List::size).sum();
    return new TermCoherence(coherence, (double) having.size() / all);
  }

  private static double coherence(
      List<String> terms, Map<String, Set<Integer>> having, double documents) {
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(pair(having.get(terms.get(i)), having.get(terms.get(j)), documents));
      }
    }
    return pairs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double pair(Set<Integer> one, Set<Integer> other, double documents) {
    Set<Integer> smaller = one.size() < other.size() ? one : other;
    Set<Integer> larger = smaller == one ? other : one;
    double both = smaller.stream().filter(larger::contains).count() / documents;
    if (both == 0) {
      return -1;
    }
    double information = Math.log(both / (one.size() / documents * (other.size() / documents)));
    return both == 1 ? 1 : information / -Math.log(both);
  }
}
