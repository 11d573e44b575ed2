package io.koe.topics;

import io.koe.text.InquiryTokenizer;
import io.koe.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names topics by a phrase of their customers, such as 本人確認が通らない: one that holds their strongest
 * terms, that many of them use and few others do. A need that holds one of the ten terms only is
 * named with the strongest noun, as in モバオク・退会したい. No two topics share a name. A topic keeps its
 * name while it is at least half as good as the best; a topic without any phrase keeps the name
 * made of its terms.
 */
final class PhraseLabels {
  private static final String JOINT = "・";
  private static final int TERMS = 10;
  private static final int LONGEST = 20;

  /** A name is kept while no other is that much better. */
  private static final double KEPT = 0.5;

  private final Map<String, Map<String, PhraseUse>> uses = new HashMap<>();
  private final Map<String, Integer> everywhere = new HashMap<>();
  private final InquiryTokenizer tokenizer = new InquiryTokenizer();

  /** Phrases by topic. */
  PhraseLabels(Map<String, List<PhraseUse>> phrases) {
    phrases.forEach(
        (topic, list) -> {
          Map<String, PhraseUse> byText = new LinkedHashMap<>();
          list.forEach(
              use -> byText.merge(use.text(), use, (a, b) -> a.users() >= b.users() ? a : b));
          byText.values().forEach(use -> everywhere.merge(use.text(), use.users(), Integer::sum));
          uses.put(topic, byText);
        });
  }

  private record Scored(String text, double score) {}

  /** The topics by their new names, in their order. */
  List<Topic> name(List<Topic> topics, Optional<TopicModel> previous) {
    Map<String, String> before =
        previous.map(TopicModel::topics).orElse(List.of()).stream()
            .collect(Collectors.toMap(Topic::id, Topic::label));
    Map<String, List<Scored>> ranked = new HashMap<>();
    topics.forEach(topic -> ranked.put(topic.id(), ranked(topic)));
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Topic topic : topics) {
      kept(before.get(topic.id()), ranked.get(topic.id()))
          .filter(taken::add)
          .ifPresent(label -> names.put(topic.id(), label));
    }
    List<Topic> largestFirst = new ArrayList<>(topics);
    largestFirst.sort(Comparator.comparing((Topic t) -> -t.inquiries()).thenComparing(Topic::id));
    for (Topic topic : largestFirst) {
      if (!names.containsKey(topic.id())) {
        ranked.get(topic.id()).stream()
            .map(Scored::text)
            .filter(taken::add)
            .findFirst()
            .ifPresent(label -> names.put(topic.id(), label));
      }
    }
    return topics.stream().map(t -> t.named(names.getOrDefault(t.id(), t.label()))).toList();
  }

  private static Optional<String> kept(String label, List<Scored> ranked) {
    return ranked.stream()
        .filter(s -> s.text().equals(label) && s.score() >= KEPT * ranked.get(0).score())
        .map(Scored::text)
        .findFirst();
  }

  private List<Scored> ranked(Topic topic) {
    Map<String, Double> weights = new LinkedHashMap<>();
    topic.terms().stream().limit(TERMS).forEach(t -> weights.put(t.term(), t.score()));
    Optional<String> noun = TopicLabels.strongestName(topic.terms());
    Map<String, Scored> names = new LinkedHashMap<>();
    for (PhraseUse use : uses.getOrDefault(topic.id(), Map.of()).values()) {
      named(use, weights, noun)
          .ifPresent(s -> names.merge(s.text(), s, (x, y) -> x.score() >= y.score() ? x : y));
    }
    return names.values().stream()
        .sorted(Comparator.comparingDouble((Scored s) -> -s.score()).thenComparing(Scored::text))
        .toList();
  }

  /** The name a phrase makes, if it makes one. */
  private Optional<Scored> named(
      PhraseUse use, Map<String, Double> weights, Optional<String> noun) {
    Set<String> held = new HashSet<>(tokenizer.terms(use.text()));
    held.retainAll(weights.keySet());
    Set<String> separate = separate(held);
    if (separate.size() >= 2 && use.kind() != Phrase.Kind.ACTION) {
      return Optional.of(scored(use.text(), use, weights, held));
    }
    boolean canJoin = use.kind() == Phrase.Kind.NEED && !held.isEmpty() && noun.isPresent();
    if (canJoin && use.text().toLowerCase(Locale.ROOT).contains(noun.get())) {
      return Optional.of(scored(use.text(), use, weights, held));
    }
    String joined = noun.orElse("") + JOINT + use.text();
    if (!canJoin || joined.length() > LONGEST) {
      return Optional.empty();
    }
    held.add(noun.get());
    return Optional.of(scored(joined, use, weights, held));
  }

  /** Terms that are not parts of others: 届く and 届かない say one thing. */
  private static Set<String> separate(Set<String> terms) {
    return terms.stream()
        .filter(
            term ->
                terms.stream()
                    .noneMatch(
                        o ->
                            !o.equals(term)
                                && o.startsWith(stem(term))
                                && o.length() >= term.length()))
        .collect(Collectors.toSet());
  }

  /** What a verb shares with its negation. */
  private static String stem(String term) {
    char last = term.charAt(term.length() - 1);
    boolean inflects = term.length() > 1 && last >= 'ぁ' && last <= 'ん';
    return inflects ? term.substring(0, term.length() - 1) : term;
  }

  /**
   * The share of the topic's term weights a name holds, times the root of the phrase's users and
   * the share of its users that are of this topic.
   */
  private Scored scored(String name, PhraseUse use, Map<String, Double> weights, Set<String> held) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double sum =
        weights.entrySet().stream()
            .filter(e -> held.contains(e.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double own = (double) use.users() / everywhere.get(use.text());
    double length = name.length() > LONGEST ? 0.3 : 1;
    return new Scored(name, sum / all * Math.sqrt(use.users()) * own * length * says(use.kind()));
  }

  private static double says(Phrase.Kind kind) {
    return switch (kind) {
      case NEED -> 1.5;
      case EVENT -> 0.7;
      case NOUNS -> 0.9;
      case ACTION -> 0;
    };
  }
}
