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
 * What each topic was called and when: a topic gets a new row when its label, terms, status or
 * theme change; its open row carries the inquiries and the position of the newest fit.
 */
final class TopicHistory {

  /**
   * A topic over a span of nights.
   *
   * @param mapX position on the map, -1 to 1; null for the pool
   * @param mapY the same
   * @param validTo last valid day; null while it is open
   */
  record Span(
      String topicId,
      String label,
      String terms,
      long inquiries,
      LocalDate firstSeen,
      String status,
      String themeId,
      Double mapX,
      Double mapY,
      LocalDate validFrom,
      LocalDate validTo) {

    private boolean says(Span other) {
      return label.equals(other.label)
          && terms.equals(other.terms)
          && status.equals(other.status)
          && themeId.equals(other.themeId);
    }

    private Span with(LocalDate from, LocalDate to) {
      return new Span(
          topicId, label, terms, inquiries, firstSeen, status, themeId, mapX, mapY, from, to);
    }

    private Span seen(LocalDate day) {
      return new Span(
          topicId, label, terms, inquiries, day, status, themeId, mapX, mapY, validFrom, validTo);
    }

    private Span ended(LocalDate day) {
      return new Span(
          topicId, label, terms, 0, firstSeen, Topic.ENDED, themeId, mapX, mapY, day, null);
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
          open.put(span.topicId(), span.with(span.validFrom(), null));
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
        id ->
            new Span(
                id,
                Topic.UNASSIGNED_LABEL,
                "",
                0,
                day,
                Topic.ACTIVE,
                Theme.UNASSIGNED.id(),
                null,
                null,
                day,
                null));
  }

  /** These topics there are from a night on, and no others. */
  void add(List<Topic> topics, LocalDate night) {
    Set<String> alive = new HashSet<>(Set.of(Topic.UNASSIGNED));
    for (Topic topic : topics) {
      alive.add(topic.id());
      put(span(topic, night));
    }
    for (Span span : List.copyOf(open.values())) {
      if (!alive.contains(span.topicId())) {
        put(span.ended(night));
      }
    }
  }

  private static Span span(Topic topic, LocalDate day) {
    return new Span(
        topic.id(),
        topic.label(),
        topic.tenTerms(),
        topic.inquiries(),
        topic.firstSeen(),
        topic.status(),
        topic.place().theme().id(),
        topic.place().x(),
        topic.place().y(),
        day,
        null);
  }

  private void put(Span next) {
    Span now = open.get(next.topicId());
    if (now != null && now.says(next)) {
      open.put(next.topicId(), next.seen(now.firstSeen()).with(now.validFrom(), null));
      return;
    }
    if (now != null) {
      closed.add(now.with(now.validFrom(), next.validFrom().minusDays(1)));
      open.put(next.topicId(), next.seen(now.firstSeen()));
      return;
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
