package io.koe.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertEpisodesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 9);

  @Test
  void alertsLinkedOnANightAreOneEpisodeNamedAfterTheStrongest() {
    List<Episode> episodes =
        AlertEpisodes.of(
            List.of(term(0, "口座", 9, "連携"), term(0, "連携", 12, null), term(0, "入金", 9, "口座")));
    assertEquals(1, episodes.size());
    assertEquals("連携", episodes.get(0).first().candidate());
    assertEquals(3, episodes.get(0).members().size());
  }

  @Test
  void whatComesAgainWithinAFortnightIsTheSameEpisode() {
    List<Episode> again =
        AlertEpisodes.of(List.of(term(0, "連携", 9, null), term(14, "連携", 9, null)));
    assertEquals(1, again.size());
    assertEquals(Optional.of(DAY.plusDays(18)), again.get(0).closed(DAY.plusDays(60)));
    assertEquals(
        2, AlertEpisodes.of(List.of(term(0, "連携", 9, null), term(15, "連携", 9, null))).size());
  }

  @Test
  void whatAnEarlierAlertExplainsContinuesItsEpisode() {
    List<Episode> episodes =
        AlertEpisodes.of(
            List.of(term(0, "連携", 30, null), term(9, "口座", 9, "連携"), term(9, "入金", 8, "連携")));
    assertEquals(1, episodes.size());
    assertEquals(2, episodes.get(0).nights());
  }

  @Test
  void aLargeNewProblemDoesNotHideInTheEpisodeOfASmallOneItTouches() {
    List<Episode> episodes =
        AlertEpisodes.of(
            List.of(term(0, "発送", 9, null), term(2, "連携", 40, null), term(2, "発送", 10, "連携")));
    assertEquals(2, episodes.size());
    assertEquals("連携", episodes.get(1).first().candidate());
    assertEquals(DAY.plusDays(2), episodes.get(1).opened());
  }

  @Test
  void anEpisodeGoesOnUnderAnotherLeaderWhenACandidateIsShared() {
    List<Episode> episodes =
        AlertEpisodes.of(
            List.of(
                term(0, "連携", 9, null),
                term(1, "口座", 30, null),
                term(1, "連携", 28, "口座"),
                term(2, "口座", 20, null)));
    assertEquals(1, episodes.size());
    assertEquals(3, episodes.get(0).nights());
    assertEquals(DAY.plusDays(1), episodes.get(0).peak().night());
    assertEquals(30, episodes.get(0).peak().observed());
  }

  @Test
  void anEpisodeClosesOnTheFourthNightWithoutAnAlert() {
    Episode episode = AlertEpisodes.of(List.of(term(0, "連携", 9, null))).get(0);
    assertEquals(Optional.empty(), episode.closed(DAY.plusDays(3)));
    assertEquals(Optional.of(DAY.plusDays(4)), episode.closed(DAY.plusDays(4)));
    assertEquals(Optional.of(DAY.plusDays(4)), episode.closed(DAY.plusDays(60)));
  }

  @Test
  void theOrderOfAlertsDoesNotMatter() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      alerts.add(
          term(i / 2, "w" + i * 7 % 5, 9 + i % 4, i % 2 == 0 ? null : "w" + (i - 1) * 7 % 5));
    }
    List<String> ids = AlertEpisodes.of(alerts).stream().map(Episode::id).toList();
    Collections.shuffle(alerts, new Random(1));
    assertEquals(ids, AlertEpisodes.of(alerts).stream().map(Episode::id).toList());
  }

  /** Alerts of 120 nights, some of which go on with, or are explained by, what is long over. */
  @Test
  void nightsInTurnGiveTheEpisodesOfAllNightsAtOnce() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Alert> alerts = new ArrayList<>();
      for (int day = 0; day < 120; day++) {
        Set<String> terms = new TreeSet<>();
        for (int i = day / 20 % 2 * random.nextInt(3); i > 0; i--) {
          terms.add("w" + random.nextInt(6));
        }
        for (String term : terms) {
          String linked = random.nextInt(4) == 0 ? "v" + random.nextInt(6) : null;
          alerts.add(term(day, term, 9 + random.nextInt(30), linked));
        }
      }
      List<Episode> inTurn = List.of();
      int fewest = alerts.size();
      for (int day = 0; day < 120; day++) {
        LocalDate night = DAY.plusDays(day);
        LocalDate since = AlertEpisodes.since(spans(inTurn), night);
        List<Alert> needed =
            alerts.stream()
                .filter(a -> !a.night().isBefore(since) && !a.night().isAfter(night))
                .toList();
        inTurn =
            Stream.concat(
                    inTurn.stream().filter(e -> e.opened().isBefore(since)),
                    AlertEpisodes.of(needed).stream())
                .toList();
        fewest = day > 60 ? Math.min(fewest, needed.size()) : fewest;
      }
      assertEquals(told(AlertEpisodes.of(alerts)), told(inTurn));
      assertTrue(fewest < alerts.size() / 2, fewest + " of " + alerts.size());
    }
  }

  private static List<AlertEpisodes.Span> spans(List<Episode> episodes) {
    return episodes.stream().map(e -> new AlertEpisodes.Span(e.opened(), e.last())).toList();
  }

  private static List<String> told(List<Episode> episodes) {
    return episodes.stream().map(AlertEpisodesTest::told).toList();
  }

  private static String told(Episode episode) {
    return String.join(
        " ",
        episode.id(),
        episode.opened().toString(),
        episode.last().toString(),
        episode.members().toString(),
        episode.nights() + "");
  }

  private static Alert term(int day, String term, long observed, String linkedTo) {
    return new Alert(DAY.plusDays(day), "term", term, term, observed, linkedTo);
  }
}
