package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TopicFitTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-10-04");
  private final TopicFit fit = new TopicFit(6, 1);
  private final List<TopicDocument> documents = Themes.documents(300, 7);
  private final TopicModel model = fit.fit(documents, Optional.empty(), SUNDAY).model();

  @Test
  void documentsOfAThemeShareATopicAndThemesDoNot() {
    assertEquals(6, model.topics().size());
    Set<String> pairs =
        documents.stream()
            .map(d -> documents.indexOf(d) % 6 + " " + topic(model, d))
            .filter(pair -> !pair.endsWith(Topic.UNASSIGNED))
            .collect(Collectors.toSet());
    assertEquals(6, pairs.size(), pairs.toString());
  }

  @Test
  void theOrderOfDocumentsDoesNotMatter() {
    List<TopicDocument> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(3));
    TopicModel again = fit.fit(shuffled, Optional.empty(), SUNDAY).model();
    assertArrayEquals(TopicModelFile.write(model), TopicModelFile.write(again));
  }

  @Test
  void whatEverybodySaysInTheSameWordsIsNoTopic() {
    List<TopicDocument> same = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      same.add(new TopicDocument("q" + i, Themes.DAY, Themes.WORDS.get(0)));
    }
    assertEquals(List.of(), fit.fit(same, Optional.empty(), SUNDAY).model().topics());
    assertEquals(List.of(), fit.curve(same));
  }

  @Test
  void aModelSurvivesItsFile() {
    Templates templates = new Templates(new long[] {7, -7});
    byte[] file = TopicModelFile.write(model.describedBy(model.topics(), templates));
    TopicModel read = TopicModelFile.read(file);
    assertArrayEquals(file, TopicModelFile.write(read));
    documents.forEach(
        d -> assertEquals(model.assign(d.terms(), true), read.assign(d.terms(), true)));
  }

  @Test
  void aModelOfAnotherVersionIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream file = new DataOutputStream(new GZIPOutputStream(bytes))) {
      file.writeInt(2);
    }
    KoeException failure =
        assertThrows(KoeException.class, () -> TopicModelFile.read(bytes.toByteArray()));
    assertEquals(ExitCode.CONFIGURATION, failure.exitCode());
  }

  @Test
  void unknownTextIsUnassigned() {
    assertEquals(List.of(TopicWeight.UNASSIGNED), model.assign(List.of("天気", "散歩"), false));
    assertEquals(List.of(TopicWeight.UNASSIGNED), model.assign(List.of(), false));
    assertEquals(
        Topic.UNASSIGNED,
        model
            .assign(List.of("返金", "天気", "散歩", "桜", "公園", "夕焼け", "弁当", "川", "鳥"), false)
            .get(0)
            .topicId());
  }

  @Test
  void aTextOfTwoThemesHasTwoTopics() {
    List<TopicWeight> topics = model.assign(List.of("匿名配送", "発送", "追跡番号", "返金", "返品", "偽物"), false);
    assertEquals(2, topics.size());
    assertTrue(topics.stream().allMatch(t -> t.weight() >= 0.3));
    assertEquals(1, topics.stream().filter(TopicWeight::isPrimary).count());
  }

  @Test
  void topicsKeepTheirIdsAndNamesOnARefit() {
    TopicFit.Fitted refit = fit.fit(documents, Optional.of(model), SUNDAY.plusWeeks(1));
    assertEquals(names(model), names(refit.model()));
    assertTrue(refit.lineage().stream().allMatch(e -> e.event().equals("same")));
  }

  @Test
  void aNewbornTopicGetsANewIdAndTheOthersKeepTheirs() {
    List<TopicDocument> more = new ArrayList<>(documents);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      more.add(
          Themes.document(String.format("r%04d", i), SUNDAY.plusDays(3), Themes.NEWBORN, random));
    }
    TopicFit.Fitted refit = new TopicFit(0, 1).fit(more, Optional.of(model), SUNDAY.plusWeeks(1));
    String newborn = topic(refit.model(), more.get(310));
    assertTrue(refit.lineage().contains(new LineageEvent(newborn, "birth", null, null)));
    assertTrue(
        refit.model().topics().stream()
            .filter(t -> t.id().equals(newborn))
            .allMatch(t -> t.status().equals(Topic.NEW)));
    Set<String> ids = refit.model().topics().stream().map(Topic::id).collect(Collectors.toSet());
    assertTrue(ids.containsAll(model.topics().stream().map(Topic::id).toList()));
  }

  @Test
  void namesAreMadeOfTheTopicsOwnWordsAndUnique() {
    List<String> labels = model.topics().stream().map(Topic::label).toList();
    assertEquals(labels.size(), Set.copyOf(labels).size());
    for (Topic topic : model.topics()) {
      List<String> own = topic.terms().stream().map(TopicTerm::term).toList();
      assertTrue(own.containsAll(List.of(topic.label().split("・", -1))), topic.label());
    }
  }

  private static Set<String> names(TopicModel model) {
    return model.topics().stream().map(t -> t.id() + t.label()).collect(Collectors.toSet());
  }

  private static String topic(TopicModel model, TopicDocument document) {
    return model.assign(document.terms(), true).stream()
        .filter(TopicWeight::isPrimary)
        .findFirst()
        .orElseThrow()
        .topicId();
  }
}
