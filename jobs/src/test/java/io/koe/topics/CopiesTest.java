package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final LocalDate DAY = Themes.DAY;
  private static final List<String> CAMPAIGN =
      List.of("値上げ", "反対", "署名", "集まる", "運営", "撤回", "求める", "声明", "利用者", "代表", "手数料", "抗議");

  @Test
  void textsThatDifferByAWordAreCopiesAndTheFirstStandsForThem() {
    List<TopicDocument> documents = new ArrayList<>();
    documents.add(document("a", CAMPAIGN));
    documents.add(document("b", with("追記")));
    documents.add(document("c", List.of("値上げ", "反対", "家計", "困る", "毎月", "出費", "返金", "解約")));
    documents.add(document("d", CAMPAIGN.subList(0, 11)));
    Copies copies = new Copies(documents);
    assertEquals(List.of(documents.get(0), documents.get(2)), copies.kept());
    assertArrayEquals(new int[] {3, 1}, copies.counts());
    assertEquals(Map.of("a", List.of("b", "d")), copies.byKept());
  }

  @Test
  void manyCustomersSayTheSameInShort() {
    List<TopicDocument> documents =
        List.of(document("a", List.of("返金", "遅い")), document("b", List.of("返金", "遅い")));
    assertEquals(documents, new Copies(documents).kept());
  }

  @Test
  void aCampaignFoundsNoTopicAndStillCounts() {
    List<TopicDocument> documents = new ArrayList<>(Themes.documents(300, 7));
    for (int i = 0; i < 500; i++) {
      documents.add(document(String.format("r%04d", i), with("番号" + i)));
    }
    TopicFit.Fitted fitted = new TopicFit(6, 1).fit(documents, Optional.empty(), DAY);
    TopicModel model = fitted.model();
    assertEquals(6, model.topics().size());
    assertEquals(800, model.inquiries());
    assertEquals(800, model.topics().stream().mapToInt(Topic::inquiries).sum());
    for (List<String> theme : Themes.WORDS) {
      assertTrue(model.topics().stream().anyMatch(t -> t.tenTerms().contains(theme.get(0))));
    }
    assertEquals(499, fitted.copies().values().stream().mapToInt(List::size).max().orElse(0));
  }

  private static List<String> with(String word) {
    List<String> terms = new ArrayList<>(CAMPAIGN);
    terms.add(word);
    return terms;
  }

  private static TopicDocument document(String id, List<String> terms) {
    return new TopicDocument(id, DAY, terms);
  }
}
