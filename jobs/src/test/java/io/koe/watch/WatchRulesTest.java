package io.koe.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchRulesTest {
  private static final WatchRules RULES = WatchRules.load();

  @ParameterizedTest
  @CsvSource({
    "弁護士に相談のうえ訴訟を検討します, legal_action",
    "このまま返金がなければ消費生活センターに相談します, regulator",
    "警察に被害届を出しました, police_report",
    "警察官を名乗る人から電話がありました, police_mention",
    "テレビの取材を受けることにしました, media",
    "Twitterに投稿して拡散します, social_networks",
    "充電中に発火してやけどをしました, injury_or_fire",
    "つらくて死にたいです, threat_of_harm",
    "身に覚えのない請求が来ています, account_takeover",
    "アカウントを乗っ取られたようです, account_takeover",
    "届いたバッグが偽物でした, counterfeit",
    "処方された薬を出品している人がいます, prohibited_items"
  })
  void aThreatIsFoundByItsRule(String text, String rule) {
    List<String> found = RULES.find(text).stream().map(h -> h.rule().id()).toList();
    assertTrue(found.contains(rule), () -> "found " + found);
  }

  @ParameterizedTest
  @CsvSource({
    "新聞紙で梱包されていました",
    "薬局で使えるクーポンはありますか",
    "火災保険の支払いに使えますか",
    "SNSのアイコンはどこにありますか",
    "発送方法を教えてください",
    "殺虫剤は送れますか"
  })
  void anEverydayQuestionIsNotAHit(String text) {
    assertEquals(List.of(), RULES.find(text));
  }

  @Test
  void thePoliceAloneIsOfMediumSeverityAndAReportOfHigh() {
    assertEquals(List.of("medium"), severities("警察の方ですか"));
    assertEquals(List.of("high"), severities("警察に通報しました"));
  }

  @Test
  void aSpanHasTheWordAndTwentyCharactersAroundIt() {
    String text = "あ".repeat(50) + "訴訟" + "い".repeat(50);
    WatchHit hit = RULES.find(text).get(0);
    assertEquals("あ".repeat(20) + "訴訟" + "い".repeat(20), hit.span());
  }

  @Test
  void aRuleHitsOnceATextHoweverOftenItsWordsStand() {
    assertEquals(1, RULES.find("訴訟です。弁護士です。裁判です。").size());
  }

  @Test
  void aLongTextTakesNoLongerThanItsLength() {
    String text = "警".repeat(1_000_000);
    assertTimeout(Duration.ofSeconds(2), () -> RULES.find(text));
  }

  @Test
  void aRuleFileThatIsNotInFormNamesTheLine() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> WatchRuleFile.parse(List.of("rule: x", "near: y")));
    assertEquals("watch rules, line 2: near without a words line above it", error.getMessage());
  }

  private static List<String> severities(String text) {
    return RULES.find(text).stream().map(h -> h.rule().severity()).toList();
  }
}
