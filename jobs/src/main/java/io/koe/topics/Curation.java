package io.koe.topics;

import io.koe.topics.taxonomy.CuratedTopic;
import io.koe.topics.taxonomy.Taxonomy;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A taxonomy laid over a model: which topics there are, and which an inquiry has. */
final class Curation implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int TERMS = 20;

  private final Taxonomy taxonomy;
  private final Map<String, CuratedTopic> byModelTopic = new HashMap<>();

  Curation(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    for (CuratedTopic topic : taxonomy.topics()) {
      topic.from().forEach(id -> byModelTopic.put(id, topic));
    }
  }

  /**
   * The topics of an inquiry: those whose rules hold, of equal weights, the first of the file
   * primary; else the model's under their curated ids, a hidden primary one as unassigned.
   *
   * @param model what the model says
   */
  List<TopicWeight> topics(List<String> terms, List<TopicWeight> model) {
    if (taxonomy.topics().isEmpty() && taxonomy.hidden().isEmpty()) {
      return model;
    }
    TopicWeight primary = model.stream().filter(TopicWeight::isPrimary).findFirst().orElseThrow();
    List<CuratedTopic> ruled =
        taxonomy.topics().stream().filter(t -> t.takes(terms, primary.topicId())).toList();
    List<TopicWeight> weights = new ArrayList<>();
    for (CuratedTopic topic : ruled) {
      double weight = 1.0 / ruled.size();
      weights.add(
          new TopicWeight(topic.id(), weight, weights.isEmpty(), Math.max(0, primary.affinity())));
    }
    return ruled.isEmpty() ? renamed(model) : weights;
  }

  private List<TopicWeight> renamed(List<TopicWeight> model) {
    Map<String, TopicWeight> byId = new LinkedHashMap<>();
    for (TopicWeight weight : model) {
      boolean isHidden = taxonomy.hidden().contains(weight.topicId());
      if (isHidden && weight.isPrimary()) {
        return List.of(TopicWeight.UNASSIGNED);
      }
      if (!isHidden) {
        String id = id(weight.topicId());
        byId.merge(
            id,
            new TopicWeight(id, weight.weight(), weight.isPrimary(), weight.affinity()),
            Curation::sum);
      }
    }
    return List.copyOf(byId.values());
  }

  private static TopicWeight sum(TopicWeight one, TopicWeight other) {
    return new TopicWeight(
        one.topicId(),
        one.weight() + other.weight(),
        one.isPrimary() || other.isPrimary(),
        Math.max(one.affinity(), other.affinity()));
  }

  private String id(String modelTopic) {
    CuratedTopic topic = byModelTopic.get(modelTopic);
    return topic == null ? modelTopic : topic.id();
  }

  /**
   * The topics there are: curated ones first, then the model's; those of the model that are merged
   * into another or hidden say so in their status.
   *
   * @param date first day of topics that no model has yet
   */
  List<Topic> topics(List<Topic> model, LocalDate date) {
    List<Topic> topics = new ArrayList<>();
    for (CuratedTopic curated : taxonomy.topics()) {
      List<Topic> members =
          model.stream()
              .filter(t -> curated.from().contains(t.id()))
              .sorted(Comparator.comparing((Topic t) -> -t.inquiries()).thenComparing(Topic::id))
              .toList();
      if (!members.isEmpty()) {
        topics.add(joined(curated, members));
      } else if (curated.isPinned() || curated.rule() != null) {
        topics.add(ruled(curated, date));
      }
    }
    for (Topic topic : model) {
      CuratedTopic curated = byModelTopic.get(topic.id());
      if (curated == null) {
        boolean isHidden = taxonomy.hidden().contains(topic.id());
        topics.add(isHidden ? topic.as(topic.label(), Topic.HIDDEN, topic.place()) : topic);
      } else if (!curated.id().equals(topic.id())) {
        topics.add(topic.as(curated.name(), Topic.MERGED, place(curated, topic.place())));
      }
    }
    return topics;
  }

  private static Topic joined(CuratedTopic curated, List<Topic> members) {
    Topic largest = members.get(0);
    boolean isNew = members.stream().allMatch(t -> t.status().equals(Topic.NEW));
    return new Topic(
        curated.id(),
        curated.name(),
        members.stream().map(Topic::firstSeen).min(LocalDate::compareTo).orElseThrow(),
        isNew ? Topic.NEW : Topic.ACTIVE,
        members.stream().mapToInt(Topic::inquiries).sum(),
        strongest(members),
        place(curated, largest.place()));
  }

  /** The terms of several topics, each with its strongest score. */
  private static List<TopicTerm> strongest(List<Topic> members) {
    Map<String, TopicTerm> terms = new LinkedHashMap<>();
    for (Topic member : members) {
      for (TopicTerm term : member.terms()) {
        terms.merge(
            term.term(),
            term,
            (a, b) ->
                new TopicTerm(
                    a.term(), Math.max(a.score(), b.score()), a.inquiries() + b.inquiries()));
      }
    }
    return terms.values().stream()
        .sorted(
            Comparator.comparingDouble((TopicTerm t) -> -t.score()).thenComparing(TopicTerm::term))
        .limit(TERMS)
        .toList();
  }

  private static Topic ruled(CuratedTopic curated, LocalDate date) {
    List<TopicTerm> words =
        curated.rule() == null
            ? List.of()
            : curated.rule().words().stream().map(w -> new TopicTerm(w, 0, 0)).toList();
    TopicPlace place = place(curated, new TopicPlace(Theme.UNASSIGNED, null, null));
    return new Topic(curated.id(), curated.name(), date, Topic.ACTIVE, 0, words, place);
  }

  private static TopicPlace place(CuratedTopic curated, TopicPlace model) {
    return curated.theme() == null
        ? model
        : new TopicPlace(Theme.named(curated.theme()), model.x(), model.y());
  }
}
