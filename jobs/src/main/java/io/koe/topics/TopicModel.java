package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fitted model: what it takes to give an inquiry its topics, frozen until the next fit. */
public final class TopicModel {
  private static final double SECONDARY_WEIGHT = 0.3;

  /** Neighbouring words say the same thing twice; about this many make one piece of evidence. */
  private static final double TERMS_PER_EVIDENCE = 3;

  private final LocalDate modelDate;
  private final int inquiries;
  private final int foundedOn;
  private final int foundedTopics;
  private final List<Topic> topics;
  private final String[] terms;
  private final TermCounts counts;
  private final float[][] ratios;
  private final float[] priors;
  private final float[] floors;
  private final Templates templates;
  private final Map<String, Integer> numbers = new HashMap<>();

  TopicModel(
      LocalDate modelDate,
      int inquiries,
      int foundedOn,
      int foundedTopics,
      List<Topic> topics,
      String[] terms,
      TermCounts counts,
      float[] priors,
      float[] floors,
      Templates templates) {
    this.modelDate = modelDate;
    this.inquiries = inquiries;
    this.foundedOn = foundedOn;
    this.foundedTopics = foundedTopics;
    this.topics = List.copyOf(topics);
    this.terms = terms;
    this.counts = counts;
    this.ratios = counts.ratios();
    this.priors = priors;
    this.floors = floors;
    this.templates = templates;
    for (int i = 0; i < terms.length; i++) {
      numbers.put(terms[i], i);
    }
  }

  /**
   * The same model with its topics described anew, in the same order, which sets templates aside.
   */
  TopicModel describedBy(List<Topic> described, Templates setAside) {
    return new TopicModel(
        modelDate,
        inquiries,
        foundedOn,
        foundedTopics,
        described,
        terms,
        counts,
        priors,
        floors,
        setAside);
  }

  public LocalDate modelDate() {
    return modelDate;
  }

  /** Number of documents of the fit. */
  public int inquiries() {
    return inquiries;
  }

  /** Number of documents from which its topics were last founded anew. */
  int foundedOn() {
    return foundedOn;
  }

  /** Number of topics wanted then. */
  int foundedTopics() {
    return foundedTopics;
  }

  public List<Topic> topics() {
    return topics;
  }

  String[] terms() {
    return terms;
  }

  TermCounts counts() {
    return counts;
  }

  float[] priors() {
    return priors;
  }

  float[] floors() {
    return floors;
  }

  /** What of a text isn't its customer's own, as known when the model was fitted. */
  Templates templates() {
    return templates;
  }

  /**
   * The topics of an inquiry: the strongest, and others of weight 0.3 or more. A text none of whose
   * terms is known, or that fits its best topic worse than the topic's floor, is unassigned.
   *
   * @param isLearntFrom whether the model was fitted on this very inquiry: then its own terms don't
   *     count as evidence for the topic
   */
  public List<TopicWeight> assign(List<String> inquiryTerms, boolean isLearntFrom) {
    Map<Integer, Integer> known = known(inquiryTerms);
    if (known.isEmpty() || topics.isEmpty()) {
      return List.of(TopicWeight.UNASSIGNED);
    }
    float[] scores = scores(known);
    int best = Dense.largest(scores);
    double affinity = affinity(known, best, isLearntFrom) / inquiryTerms.size();
    return affinity < floors[best]
        ? List.of(TopicWeight.UNASSIGNED)
        : weights(scores, affinity, best, inquiryTerms.size());
  }

  /**
   * The topics of an inquiry by its sentences: when they are about several, each of these weighs as
   * its share of the known terms; else as {@link #assign(List, boolean)}, with one topic alone.
   *
   * @param segments its pieces, templates set aside
   */
  List<TopicWeight> assignSegments(List<TermSegment> segments, boolean isLearntFrom) {
    List<TopicWeight> whole = assign(TermSegment.terms(segments), isLearntFrom);
    TopicWeight primary = whole.stream().filter(TopicWeight::isPrimary).findFirst().orElseThrow();
    if (segments.size() == 1 || primary.equals(TopicWeight.UNASSIGNED)) {
      return whole;
    }
    List<Map<Integer, Integer>> sentences =
        segments.stream().map(s -> known(s.terms())).filter(s -> !s.isEmpty()).toList();
    int[] topicOf =
        new SentenceTopics(sentences.stream().map(this::ratios).toArray(float[][]::new))
            .of(position(primary));
    Map<Integer, Integer> shares = new TreeMap<>();
    for (int i = 0; i < topicOf.length; i++) {
      int length = sentences.get(i).values().stream().mapToInt(Integer::intValue).sum();
      shares.merge(topicOf[i], length, Integer::sum);
    }
    return shares.size() == 1 ? List.of(primary) : weights(shares, primary);
  }

  private List<TopicWeight> weights(Map<Integer, Integer> shares, TopicWeight whole) {
    double sum = shares.values().stream().mapToInt(Integer::intValue).sum();
    int most = Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
    int primary = shares.containsKey(position(whole)) ? position(whole) : most;
    List<TopicWeight> weights = new ArrayList<>();
    shares.forEach(
        (topic, length) ->
            weights.add(
                new TopicWeight(
                    topics.get(topic).id(), length / sum, topic == primary, whole.affinity())));
    return weights;
  }

  private Map<Integer, Integer> known(List<String> inquiryTerms) {
    Map<Integer, Integer> known = new TreeMap<>();
    for (String term : inquiryTerms) {
      Integer number = numbers.get(term);
      if (number != null) {
        known.merge(number, 1, Integer::sum);
      }
    }
    return known;
  }

  private float[] scores(Map<Integer, Integer> known) {
    float[] scores = priors.clone();
    known.forEach((term, count) -> Dense.add(scores, count, ratios[term]));
    return scores;
  }

  /** The same without the topics' shares of texts. */
  private float[] ratios(Map<Integer, Integer> known) {
    float[] sums = new float[priors.length];
    known.forEach((term, count) -> Dense.add(sums, count, ratios[term]));
    return sums;
  }

  /**
   * Position in {@link #topics()} of the likeliest topic, even when the text is unassigned; the
   * largest topic for a text without a known term.
   */
  int likeliest(List<String> inquiryTerms) {
    return Dense.largest(scores(known(inquiryTerms)));
  }

  /** Evidence for the topic; terms that speak against it count as 0, as unknown ones do. */
  private double affinity(Map<Integer, Integer> known, int topic, boolean isLearntFrom) {
    int length = known.values().stream().mapToInt(Integer::intValue).sum();
    double sum = 0;
    for (Map.Entry<Integer, Integer> entry : known.entrySet()) {
      int count = entry.getValue();
      double ratio =
          isLearntFrom
              ? counts.ratioWithout(entry.getKey(), topic, count, length)
              : ratios[entry.getKey()][topic];
      sum += count * Math.max(0, ratio);
    }
    return sum;
  }

  private List<TopicWeight> weights(float[] scores, double affinity, int best, int length) {
    double temperature = Math.max(1, length / TERMS_PER_EVIDENCE);
    double[] likelihoods = new double[scores.length];
    Arrays.setAll(likelihoods, k -> Math.exp((scores[k] - scores[best]) / temperature));
    double sum = Arrays.stream(likelihoods).sum();
    List<TopicWeight> weights = new ArrayList<>();
    for (int k = 0; k < likelihoods.length; k++) {
      double weight = likelihoods[k] / sum;
      if (k == best || weight >= SECONDARY_WEIGHT) {
        weights.add(new TopicWeight(topics.get(k).id(), weight, k == best, affinity));
      }
    }
    return weights;
  }

  /** How much likelier a term is in each topic than anywhere, as logs; null for an unknown term. */
  float[] ratiosOf(String term) {
    Integer number = numbers.get(term);
    return number == null ? null : ratios[number];
  }

  /** Position in {@link #topics()} of the strongest topic of an unseen text; -1 when unassigned. */
  int strongest(List<String> inquiryTerms, boolean isLearntFrom) {
    return assign(inquiryTerms, isLearntFrom).stream()
        .filter(TopicWeight::isPrimary)
        .mapToInt(this::position)
        .findFirst()
        .orElseThrow();
  }

  /** Position of a topic in {@link #topics()}; -1 for unassigned. */
  private int position(TopicWeight weight) {
    for (int k = 0; k < topics.size(); k++) {
      if (topics.get(k).id().equals(weight.topicId())) {
        return k;
      }
    }
    return -1;
  }
}
