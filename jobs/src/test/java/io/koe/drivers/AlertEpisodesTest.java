package io.koe.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

  private static Alert term(int day, String term, long observed, String linkedTo) {
    return new Alert(DAY.plusDays(day), "term", term, term, observed, linkedTo);
  }
}
