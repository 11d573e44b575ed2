package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents as counts of the terms that at least some documents share. Terms are numbered by
 * falling document frequency, equals in their own order.
 */
final class CountedDocuments {
  final String[] terms;
  final int[] documentFrequency;

  /** Counts: one row per document. */
  final SparseMatrix counts;

  /** One per document, or none. */
  final List<Embedding> embeddings;

  private CountedDocuments(
      String[] terms, int[] documentFrequency, SparseMatrix counts, List<Embedding> embeddings) {
    this.terms = terms;
    this.documentFrequency = documentFrequency;
    this.counts = counts;
    this.embeddings = embeddings;
  }

  static CountedDocuments of(List<TopicDocument> documents, int minimumDocuments) {
    Map<String, Integer> frequency = new HashMap<>();
    for (TopicDocument document : documents) {
      document.terms().stream().distinct().forEach(t -> frequency.merge(t, 1, Integer::sum));
    }
    List<String> kept = new ArrayList<>(frequency.keySet());
    kept.removeIf(term -> frequency.get(term) < minimumDocuments);
    kept.sort(Comparator.<String>comparingInt(t -> -frequency.get(t)).thenComparing(t -> t));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    kept.forEach(term -> numbers.put(term, numbers.size()));
    int[] shared = kept.stream().mapToInt(frequency::get).toArray();
    return new CountedDocuments(
        kept.toArray(String[]::new), shared, count(documents, numbers), embeddings(documents));
  }

  private static List<Embedding> embeddings(List<TopicDocument> documents) {
    List<Embedding> known =
        documents.stream().flatMap(document -> document.embedding().stream()).toList();
    return known.size() == documents.size() ? known : List.of();
  }

  private static SparseMatrix count(List<TopicDocument> documents, Map<String, Integer> numbers) {
    int[][] columns = new int[documents.size()][];
    float[][] values = new float[documents.size()][];
    for (int i = 0; i < columns.length; i++) {
      TreeMap<Integer, Integer> counts = new TreeMap<>();
      for (String term : documents.get(i).terms()) {
        Integer number = numbers.get(term);
        if (number != null) {
          counts.merge(number, 1, Integer::sum);
        }
      }
      columns[i] = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
      values[i] = new float[columns[i].length];
      for (int j = 0; j < columns[i].length; j++) {
        values[i][j] = counts.get(columns[i][j]);
      }
    }
    return new SparseMatrix(columns, values, numbers.size());
  }

  /** Some of the documents, with the terms that at least two of them share. */
  CountedDocuments only(int[] members) {
    int[] frequency = new int[vocabulary()];
    for (int member : members) {
      for (int term : counts.columns[member]) {
        frequency[term]++;
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int term = 0; term < frequency.length; term++) {
      if (frequency[term] >= 2) {
        kept.add(term);
      }
    }
    kept.sort(Comparator.<Integer>comparingInt(t -> -frequency[t]).thenComparing(t -> t));
    int[] numbers = new int[vocabulary()];
    Arrays.fill(numbers, -1);
    for (int number = 0; number < kept.size(); number++) {
      numbers[kept.get(number)] = number;
    }
    return new CountedDocuments(
        kept.stream().map(t -> terms[t]).toArray(String[]::new),
        kept.stream().mapToInt(t -> frequency[t]).toArray(),
        counts.only(members, numbers, kept.size()),
        embeddings.isEmpty()
            ? embeddings
            : Arrays.stream(members).mapToObj(embeddings::get).toList());
  }

  int size() {
    return counts.height();
  }

  int vocabulary() {
    return terms.length;
  }

  /** Documents of each term. */
  int[][] documentsOfTerms() {
    int[][] lists = new int[vocabulary()][];
    Arrays.setAll(lists, t -> new int[documentFrequency[t]]);
    int[] filled = new int[vocabulary()];
    for (int i = 0; i < size(); i++) {
      for (int term : counts.columns[i]) {
        lists[term][filled[term]++] = i;
      }
    }
    return lists;
  }
}
