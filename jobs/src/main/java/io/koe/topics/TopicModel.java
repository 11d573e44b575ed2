package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fitted model: what it takes to give an inquiry its topics, frozen until the next fit. */
public final class TopicModel {
  private static final double SECONDARY_WEIGHT = 0.3;

  /** Neighbouring words say the same thing twice; about this many make one piece of evidence. */
  private static final double TERMS_PER_EVIDENCE = 6;

  final LocalDate modelDate;
  final int inquiries;
  final List<Topic> topics;
  final String[] terms;
  final float[][] ratios;
  final float[] priors;
  final float[] floors;
  private final Map<String, Integer> numbers = new HashMap<>();

  TopicModel(
      LocalDate modelDate,
      int inquiries,
      List<Topic> topics,
      String[] terms,
      float[][] ratios,
      float[] priors,
      float[] floors) {
    this.modelDate = modelDate;
    this.inquiries = inquiries;
    this.topics = List.copyOf(topics);
    this.terms = terms;
    this.ratios = ratios;
    this.priors = priors;
    this.floors = floors;
    for (int i = 0; i < terms.length; i++) {
      numbers.put(terms[i], i);
    }
  }

  public LocalDate modelDate() {
    return modelDate;
  }

  /** Number of documents of the fit. */
  public int inquiries() {
    return inquiries;
  }

  public List<Topic> topics() {
    return topics;
  }

  /**
   * The topics of an inquiry: the strongest, and others of weight 0.3 or more. A text none of whose
   * terms is known, or that fits its best topic worse than 95 % of the topic's own, is unassigned.
   */
  public List<TopicWeight> assign(List<String> inquiryTerms) {
    float[] scores = new float[topics.size()];
    int known = 0;
    for (String term : inquiryTerms) {
      Integer number = numbers.get(term);
      if (number != null) {
        Dense.add(scores, 1, ratios[number]);
        known++;
      }
    }
    float[] evidence = scores.clone();
    Dense.add(scores, 1, priors);
    int best = scores.length == 0 ? -1 : Dense.largest(scores);
    if (known == 0 || best < 0 || evidence[best] / inquiryTerms.size() < floors[best]) {
      return List.of(new TopicWeight(Topic.UNASSIGNED, 1, true, 0));
    }
    return weights(scores, evidence, best, inquiryTerms.size(), known);
  }

  private List<TopicWeight> weights(
      float[] scores, float[] evidence, int best, int length, int known) {
    double temperature = Math.max(1, known / TERMS_PER_EVIDENCE);
    double[] likelihoods = new double[scores.length];
    Arrays.setAll(likelihoods, k -> Math.exp((scores[k] - scores[best]) / temperature));
    double sum = Arrays.stream(likelihoods).sum();
    List<TopicWeight> weights = new ArrayList<>();
    for (int k = 0; k < likelihoods.length; k++) {
      double weight = likelihoods[k] / sum;
      if (k == best || weight >= SECONDARY_WEIGHT) {
        weights.add(new TopicWeight(topics.get(k).id(), weight, k == best, evidence[k] / length));
      }
    }
    return weights;
  }

  /** How much likelier a term is in each topic than anywhere, as logs; null for an unknown term. */
  float[] ratiosOf(String term) {
    Integer number = numbers.get(term);
    return number == null ? null : ratios[number];
  }

  /** Position in {@link #topics()} of the strongest topic; -1 when unassigned. */
  int strongest(List<String> inquiryTerms) {
    String id =
        assign(inquiryTerms).stream()
            .filter(TopicWeight::isPrimary)
            .findFirst()
            .orElseThrow()
            .topicId();
    for (int k = 0; k < topics.size(); k++) {
      if (topics.get(k).id().equals(id)) {
        return k;
      }
    }
    return -1;
  }
}
