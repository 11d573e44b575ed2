package io.koe.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where topics come from and go to: what continues is the same; a new topic most of whose known
 * documents were in one topic is split from it; a topic gone, most of whose documents are in one
 * topic now, is merged into it; otherwise it is a birth or a death.
 */
final class Lineage {
  private static final double MOST = 0.5;

  private Lineage() {}

  /**
   * Events ordered by topic.
   *
   * @param now topic of each document
   * @param before position of each document's topic in the previous model; -1 when it had none
   */
  static List<LineageEvent> of(
      List<Topic> topics,
      TopicMatch match,
      Optional<TopicModel> previous,
      int[] now,
      int[] before) {
    List<Topic> old = previous.map(TopicModel::topics).orElse(List.of());
    List<LineageEvent> events = new ArrayList<>();
    for (int k = 0; k < topics.size(); k++) {
      String id = topics.get(k).id();
      int from = match.previousOf()[k];
      events.add(
          from < 0
              ? arrival(id, k, old, now, before)
              : new LineageEvent(id, "same", old.get(from).id(), match.score()[k]));
    }
    int[] continued = match.previousOf();
    IntStream.range(0, old.size())
        .filter(p -> Arrays.stream(continued).noneMatch(from -> from == p))
        .forEach(p -> events.add(departure(old.get(p).id(), p, topics, now, before)));
    return events.stream()
        .sorted(
            Comparator.comparing(LineageEvent::topicId)
                .thenComparing(LineageEvent::event)
                .thenComparing(
                    LineageEvent::score, Comparator.nullsFirst(Comparator.naturalOrder())))
        .collect(Collectors.toList());
  }

  private static LineageEvent arrival(
      String id, int topic, List<Topic> old, int[] now, int[] before) {
    double[] shares = shares(topic, now, before, old.size());
    int from = largest(shares);
    return from < 0 || shares[from] < MOST
        ? new LineageEvent(id, "birth", null, null)
        : new LineageEvent(id, "split", old.get(from).id(), shares[from]);
  }

  private static LineageEvent departure(
      String id, int topic, List<Topic> topics, int[] now, int[] before) {
    double[] shares = shares(topic, before, now, topics.size());
    int to = largest(shares);
    return to < 0 || shares[to] < MOST
        ? new LineageEvent(id, "death", id, null)
        : new LineageEvent(topics.get(to).id(), "merge", id, shares[to]);
  }

  /** Of the documents in a topic of one side, the share in each topic of the other. */
  private static double[] shares(int topic, int[] side, int[] other, int others) {
    double[] shares = new double[others];
    int documents = 0;
    for (int i = 0; i < side.length; i++) {
      if (side[i] == topic) {
        documents++;
        if (other[i] >= 0) {
          shares[other[i]]++;
        }
      }
    }
    for (int k = 0; k < others; k++) {
      shares[k] = documents == 0 ? 0 : shares[k] / documents;
    }
    return shares;
  }

  private static int largest(double[] shares) {
    int best = shares.length - 1;
    for (int k = shares.length - 2; k >= 0; k--) {
      best = shares[k] >= shares[best] ? k : best;
    }
    return best;
  }
}
