package io.koe.drivers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alerts to episodes: one spike is one episode, not one alert a night and word.
 *
 * <ol>
 *   <li>Alerts of a night that are linked to each other, or to the same earlier one, are one group.
 *   <li>A group continues the oldest open episode, else the oldest remembered one, that had its
 *       strongest alert, the earlier alert that explains it, or an alert half as large before: a
 *       large new problem does not hide in the episode of a small one it touches.
 *   <li>Else it opens an episode, named after its strongest alert.
 * </ol>
 *
 * <p>A pure function of all alerts: a backfill and single nights give the same episodes.
 */
final class AlertEpisodes {
  /**
   * The nights of an episode.
   *
   * @param last the one of its last alert
   */
  record Span(LocalDate opened, LocalDate last) {}

  private AlertEpisodes() {}

  /**
   * The night from which on all alerts are needed to find what becomes of episodes from {@code
   * first} on: episodes that opened before it are remembered by none of these alerts, and stay.
   *
   * @param published episodes as they were before {@code first}
   */
  static LocalDate since(List<Span> published, LocalDate first) {
    LocalDate remembered = first.minusDays(Episode.MEMORY);
    return published.stream()
        .filter(episode -> !episode.last().isBefore(remembered))
        .map(Span::opened)
        .filter(first::isAfter)
        .min(Comparator.naturalOrder())
        .map(earlier -> since(published, earlier))
        .orElse(first);
  }

  /** Episodes by opening night and id, from alerts in any order. */
  static List<Episode> of(List<Alert> alerts) {
    List<Episode> episodes = new ArrayList<>();
    alerts.stream()
        .collect(Collectors.groupingBy(Alert::night, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(night -> groups(night).forEach(group -> take(episodes, group)));
    episodes.sort(Comparator.comparing(Episode::opened).thenComparing(Episode::id));
    return episodes;
  }

  private static void take(List<Episode> episodes, List<Alert> group) {
    Alert strongest = group.get(0);
    List<String> candidates = group.stream().map(Alert::candidate).toList();
    Episode episode =
        episodes.stream()
            .filter(e -> e.isRemembered(strongest.night()) && continues(e, group))
            .min(
                Comparator.comparing((Episode e) -> !e.isOpen(strongest.night()))
                    .thenComparing(Episode::opened)
                    .thenComparing(Episode::id))
            .orElseGet(
                () -> {
                  Episode opened = new Episode(strongest);
                  episodes.add(opened);
                  return opened;
                });
    episode.add(strongest, candidates);
  }

  private static boolean continues(Episode episode, List<Alert> group) {
    Alert strongest = group.get(0);
    if (episode.has(strongest.candidate()) || episode.has(strongest.linkedTo())) {
      return true;
    }
    return group.stream()
        .filter(alert -> 2 * alert.observed() >= strongest.observed())
        .anyMatch(alert -> episode.has(alert.candidate()));
  }

  /** Linked alerts of one night together, the one all others lead to first. */
  private static List<List<Alert>> groups(List<Alert> night) {
    Map<String, Alert> byCandidate = new TreeMap<>();
    night.forEach(alert -> byCandidate.put(alert.candidate(), alert));
    Map<String, List<Alert>> groups = new LinkedHashMap<>();
    byCandidate
        .values()
        .forEach(a -> groups.computeIfAbsent(root(a, byCandidate), k -> new ArrayList<>()).add(a));
    groups.forEach(
        (root, group) ->
            group.sort(
                Comparator.comparing((Alert a) -> !a.candidate().equals(root))
                    .thenComparing(Comparator.comparingLong(Alert::observed).reversed())
                    .thenComparing(Alert::candidate)));
    return groups.values().stream()
        .sorted(
            Comparator.comparing((List<Alert> g) -> -g.get(0).observed())
                .thenComparing(g -> g.get(0).candidate()))
        .toList();
  }

  /** Links lead to stronger alerts of the night or to earlier ones, so they end. */
  private static String root(Alert alert, Map<String, Alert> byCandidate) {
    Alert at = alert;
    while (at.linkedTo() != null && byCandidate.containsKey(at.linkedTo())) {
      at = byCandidate.get(at.linkedTo());
    }
    return at.linkedTo() == null ? at.candidate() : at.linkedTo();
  }
}
