package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each theme was called and when: a theme gets a new row when its label or terms change, and
 * its row is closed when it has no topic left; its open row carries the number of topics of the
 * newest fit.
 */
final class ThemeHistory {

  /**
   * A theme over a span of nights.
   *
   * @param validTo last valid day; null while it is open
   */
  record Span(
      String themeId,
      String label,
      String terms,
      int topics,
      LocalDate validFrom,
      LocalDate validTo) {

    private Span with(LocalDate from, LocalDate to) {
      return new Span(themeId, label, terms, topics, from, to);
    }
  }

  private final List<Span> closed = new ArrayList<>();
  private final Map<String, Span> open = new LinkedHashMap<>();

  /** Goes on from known spans, as they were before a night. */
  ThemeHistory(List<Span> known, LocalDate night) {
    for (Span span : known) {
      if (span.validFrom().isBefore(night)) {
        boolean isOpen = span.validTo() == null || !span.validTo().isBefore(night.minusDays(1));
        if (isOpen) {
          open.put(span.themeId(), span.with(span.validFrom(), null));
        } else {
          closed.add(span);
        }
      }
    }
  }

  /** The pool is a theme of its own from the first night on. */
  void beginPool(LocalDate day) {
    Theme pool = Theme.UNASSIGNED;
    open.computeIfAbsent(
        pool.id(), id -> new Span(id, pool.label(), pool.tenTerms(), 1, day, null));
  }

  /** The themes of these topics there are from a night on, and no others. */
  void add(List<Topic> topics, LocalDate night) {
    Map<String, Span> next = new LinkedHashMap<>();
    for (Topic topic : topics.stream().filter(Topic::isOpen).toList()) {
      Theme theme = topic.place().theme();
      int count = next.containsKey(theme.id()) ? next.get(theme.id()).topics() + 1 : 1;
      next.put(
          theme.id(), new Span(theme.id(), theme.label(), theme.tenTerms(), count, night, null));
    }
    for (Span span : List.copyOf(open.values())) {
      if (!next.containsKey(span.themeId()) && !span.themeId().equals(Theme.UNASSIGNED.id())) {
        close(span, night);
      }
    }
    next.values().forEach(this::put);
  }

  private void put(Span next) {
    Span now = open.get(next.themeId());
    boolean isSame =
        now != null && now.label().equals(next.label()) && now.terms().equals(next.terms());
    if (now != null && !isSame) {
      close(now, next.validFrom());
    }
    open.put(next.themeId(), isSame ? next.with(now.validFrom(), null) : next);
  }

  private void close(Span span, LocalDate nextDay) {
    open.remove(span.themeId());
    closed.add(span.with(span.validFrom(), nextDay.minusDays(1)));
  }

  /** All spans by theme and time. */
  List<Span> spans() {
    List<Span> all = new ArrayList<>(closed);
    all.addAll(open.values());
    all.sort(Comparator.comparing(Span::themeId).thenComparing(Span::validFrom));
    return all;
  }
}
