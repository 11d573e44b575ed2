package io.koe.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Short Japanese names for topics, made of their own strongest terms: the strongest noun or
 * compound, and one more that says something else, as in 匿名配送・住所 or 商品・届かない. No two topics share a
 * name, and a topic keeps the name it has while its parts are among its ten strongest terms.
 */
final class TopicLabels {
  private static final String JOINT = "・";
  private static final int CANDIDATES = 12;

  /** A compound this close to the strongest term that contains it names the topic better. */
  private static final double NEARLY = 0.6;

  private final Set<String> taken = new HashSet<>();

  /** Names of topics that go on, to be kept where they still fit. */
  Optional<String> keep(String label, List<TopicTerm> terms) {
    List<String> ten = terms.stream().limit(10).map(TopicTerm::term).toList();
    boolean fits = List.of(label.split(JOINT, -1)).stream().allMatch(ten::contains);
    return fits && taken.add(label) ? Optional.of(label) : Optional.empty();
  }

  /** A name for a new topic, or for one that has changed. */
  String name(String topicId, List<TopicTerm> terms) {
    List<TopicTerm> candidates = terms.stream().limit(CANDIDATES).toList();
    String first = first(candidates).orElse(topicId);
    for (String second : seconds(first, candidates)) {
      String label = first + JOINT + second;
      if (taken.add(label)) {
        return label;
      }
    }
    String label = taken.contains(first) ? first + JOINT + topicId : first;
    taken.add(label);
    return label;
  }

  /** The strongest noun or compound. */
  static Optional<String> strongestName(List<TopicTerm> terms) {
    return first(terms.stream().limit(CANDIDATES).toList()).filter(TopicLabels::isName);
  }

  private static Optional<String> first(List<TopicTerm> candidates) {
    Optional<TopicTerm> strongest =
        candidates.stream()
            .filter(t -> isName(t.term()))
            .findFirst()
            .or(() -> candidates.stream().findFirst());
    return strongest.map(
        s ->
            candidates.stream()
                .filter(t -> t.term().contains(s.term()) && t.score() >= NEARLY * s.score())
                .filter(t -> isName(t.term()))
                .reduce((a, b) -> b.term().length() > a.term().length() ? b : a)
                .orElse(s)
                .term());
  }

  private static List<String> seconds(String first, List<TopicTerm> candidates) {
    List<String> names = new ArrayList<>();
    for (TopicTerm candidate : candidates) {
      String term = candidate.term();
      if (isName(term) && !first.contains(term) && !term.contains(first)) {
        names.add(term);
      }
    }
    return names;
  }

  /** Nouns and compounds; negated verbs, which say what goes wrong; no other verb. */
  private static boolean isName(String term) {
    char last = term.charAt(term.length() - 1);
    boolean hiragana = last >= 'ぁ' && last <= 'ゖ';
    return term.length() > 1 && (!hiragana || term.endsWith("ない") || term.endsWith("払い"));
  }
}
