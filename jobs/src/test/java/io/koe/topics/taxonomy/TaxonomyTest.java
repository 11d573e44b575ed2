package io.koe.topics.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {
  @TempDir private Path folder;

  @Test
  void theExampleNamesMergesSplitsPinsAndHides() throws URISyntaxException {
    Taxonomy taxonomy = Taxonomy.load(Path.of(getClass().getResource("taxonomy.txt").toURI()));
    assertEquals(
        List.of("t34fn35744f", "kyc_documents", "payout_error"),
        taxonomy.topics().stream().map(CuratedTopic::id).toList());
    CuratedTopic split = taxonomy.topics().get(1);
    assertEquals("本人確認", split.theme());
    assertTrue(split.isPinned());
    assertTrue(split.takes(List.of("本人確認", "再提出"), "t34fn35744f"));
    assertTrue(!split.takes(List.of("本人確認", "再提出"), "tare467hev2"));
    assertEquals(Set.of("tovj3mf5l7p"), taxonomy.hidden());
    assertEquals(64, taxonomy.hash().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "発送 and not 返金 | 発送 届く | true",
        "発送 and not 返金 | 発送 返金 | false",
        "返金 or 発送 and 遅い | 返金 | true",
        "(返金 or 発送) and 遅い | 返金 | false",
        "! 返金 & 発送 | 発送 | true",
        "\"売上金 振込申請\" | 売上金 振込 振込申請 | true",
        "\"売上金 振込申請\" | 振込申請 売上金 | false",
        "\"売上金 振込申請\" | 売上金 a b 振込申請 | false",
        "near(審査 落ちる, 2) | 落ちる a 審査 | true",
        "near(審査 落ちる, 2) | 落ちる a b 審査 | false",
        "ＳＭＳ or ログインできない | sms | true",
      })
  void aRuleHoldsByTheTermsAndTheirOrder(String rule, String terms, boolean holds) {
    assertEquals(holds, CodingRuleParser.parse(rule).holds(List.of(terms.split(" "))));
  }

  @Test
  void theWordsOfARuleAreThoseThatSpeakForIt() {
    assertEquals(
        Set.of("a", "b", "c"), CodingRuleParser.parse("a and not d or near(b c, 3)").words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topic: x | 1",
        "theme: t;topic: x;id: yy;rule: a and | 4",
        "theme: t;topic: x;id: yy;rule: (a or b | 4",
        "theme: t;topic: x;id: yy;rule: near(a, 3) | 4",
        "theme: t;topic: x;id: yy;rule: \"a | 4",
        "theme: t;topic: x;id: yy;rule: a b | 4",
        "topic: x;from: ta;from: tb | 3",
        "topic: x;from: ta;topic: z;from: ta | 4",
        "topic: x;from: ta;hide: ta | 3",
        "topic: x;from: ta;pin: maybe | 3",
        "topic: x;colour: red | 2",
        "rule: a | 1",
        "topic: | 1",
        "topic: x;id: yy;rule: a | 1",
        "theme: t;topic: x;id: t34fn35744f;rule: a | 2",
        "theme: t;topic: x;id: Y;rule: a | 3",
      })
  void aWrongLineIsNamed(String text, int line) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.txt"), text.replace(';', '\n'));
    KoeException wrong = assertThrows(KoeException.class, () -> Taxonomy.load(file));
    assertEquals(ExitCode.CONFIGURATION, wrong.exitCode());
    assertTrue(wrong.where().endsWith("wrong.txt, line " + line), wrong.where());
  }

  @Test
  void aMissingFileIsAMatterOfConfiguration() {
    KoeException wrong =
        assertThrows(KoeException.class, () -> Taxonomy.load(folder.resolve("none.txt")));
    assertEquals(ExitCode.CONFIGURATION, wrong.exitCode());
  }
}
