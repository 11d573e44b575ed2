package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermContextsTest {
  private final TermContexts contexts = new TermContexts();

  @Test
  void aTermStandsInTheWordsAroundIt() {
    TermContexts.Line line =
        contexts.of(List.of(text("u1", "商品を買いましたが\n荷物がまだ届いていません。困っています。")), List.of("届かない")).get(0);
    assertEquals("商品を買いましたが 荷物がまだ", line.left());
    assertEquals("届いていません", line.keyword());
    assertEquals("。困っています。", line.right());
  }

  @Test
  void eachLineIsAnotherCustomersAndThereAreThreeAtMost() {
    List<TermContexts.Line> lines =
        contexts.of(
            List.of(
                text("u1", "荷物"),
                text("u1", "荷物が"),
                text("u2", "荷物は"),
                text("u3", "荷物も"),
                text("u4", "荷物と")),
            List.of("荷物"));
    assertEquals(List.of("", "は", "も"), lines.stream().map(TermContexts.Line::right).toList());
    assertEquals(List.of(1, 2, 3), lines.stream().map(TermContexts.Line::rank).toList());
  }

  @Test
  void contextsAreCutAtFortyCharactersAndNeverInAPlaceholder() {
    String body =
        "あ".repeat(20) + "<PHONE>" + "い".repeat(36) + "荷物" + "う".repeat(38) + "<EMAIL>" + "え";
    TermContexts.Line line = contexts.of(List.of(text("u1", body)), List.of("荷物")).get(0);
    assertEquals("い".repeat(36), line.left());
    assertEquals("う".repeat(38), line.right());
    assertTrue(TermContexts.WIDTH >= line.left().length());
  }

  private static QuoteChoice.Candidate text(String user, String body) {
    return new QuoteChoice.Candidate(user, "mercari", body);
  }
}
