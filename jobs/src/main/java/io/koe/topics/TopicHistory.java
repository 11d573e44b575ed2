package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each topic was called and when: a topic gets a new row when its label, terms or status
 * change; its open row carries the inquiries of the newest fit.
 */
final class TopicHistory {

  /**
   * A topic over a span of nights.
   *
   * @param validTo last valid day; null while it is open
   */
  record Span(
      String topicId,
      String label,
      String terms,
      long inquiries,
      LocalDate firstSeen,
      String status,
      LocalDate validFrom,
      LocalDate validTo) {

    private boolean says(Span other) {
      return label.equals(other.label) && terms.equals(other.terms) && status.equals(other.status);
    }

    private Span closed(LocalDate day) {
      return new Span(topicId, label, terms, inquiries, firstSeen, status, validFrom, day);
    }

    private Span counting(long count) {
      return new Span(topicId, label, terms, count, firstSeen, status, validFrom, validTo);
    }
  }

  private final List<Span> closed = new ArrayList<>();
  private final Map<String, Span> open = new LinkedHashMap<>();

  /** Goes on from known spans, as they were before a night. */
  TopicHistory(List<Span> known, LocalDate night) {
    for (Span span : known) {
      if (span.validFrom().isBefore(night)) {
        boolean isOpen = span.validTo() == null || !span.validTo().isBefore(night.minusDays(1));
        if (isOpen) {
          open.put(span.topicId(), span.closed(null));
        } else {
          closed.add(span);
        }
      }
    }
  }

  /** The pool is a topic of its own from the first night on. */
  void beginPool(LocalDate day) {
    open.computeIfAbsent(
        Topic.UNASSIGNED,
        id -> new Span(id, Topic.UNASSIGNED_LABEL, "", 0, day, Topic.ACTIVE, day, null));
  }

  /** A new model is in force from its night on. */
  void add(TopicModel model) {
    Set<String> alive = new HashSet<>(Set.of(Topic.UNASSIGNED));
    for (Topic topic : model.topics()) {
      alive.add(topic.id());
      put(
          new Span(
              topic.id(),
              topic.label(),
              topic.tenTerms(),
              topic.inquiries(),
              topic.firstSeen(),
              topic.status(),
              model.modelDate(),
              null));
    }
    for (Span span : List.copyOf(open.values())) {
      if (!alive.contains(span.topicId())) {
        put(
            new Span(
                span.topicId(),
                span.label(),
                span.terms(),
                0,
                span.firstSeen(),
                Topic.ENDED,
                model.modelDate(),
                null));
      }
    }
  }

  private void put(Span next) {
    Span now = open.get(next.topicId());
    if (now != null && now.says(next)) {
      open.put(next.topicId(), now.counting(next.inquiries()));
      return;
    }
    if (now != null) {
      closed.add(now.closed(next.validFrom().minusDays(1)));
    }
    open.put(next.topicId(), next);
  }

  /** All spans by topic and time. */
  List<Span> spans() {
    List<Span> all = new ArrayList<>(closed);
    all.addAll(open.values());
    all.sort(Comparator.comparing(Span::topicId).thenComparing(Span::validFrom));
    return all;
  }
}
