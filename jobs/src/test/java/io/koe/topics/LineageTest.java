package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-10-04");

  @Test
  void topicsContinueSplitMergeAreBornAndDie() {
    TopicModel previous = model(topic("a"), topic("b"), topic("c"));
    List<Topic> topics = List.of(topic("a"), topic("d"), topic("e"));
    // a goes on with b in it, d leaves a, nobody had e's documents, c's have no topic any more.
    int[] before = {0, 0, 0, 0, 1, 1, 2, -1, -1};
    int[] now = {0, 0, 1, 1, 0, 0, -1, 2, 2};
    TopicMatch match = TopicMatch.given(new int[] {0, -1, -1}, new double[] {0.75, 0, 0});
    assertEquals(
        List.of(
            new LineageEvent("a", "merge", "b", 1.0),
            new LineageEvent("a", "same", "a", 0.75),
            new LineageEvent("c", "death", "c", null),
            new LineageEvent("d", "split", "a", 1.0),
            new LineageEvent("e", "birth", null, null)),
        Lineage.of(topics, match, Optional.of(previous), now, before));
  }

  private static Topic topic(String id) {
    return new Topic(
        id, id, SUNDAY, Topic.ACTIVE, 1, List.of(), new TopicPlace(Theme.UNASSIGNED, 0.0, 0.0));
  }

  private static TopicModel model(Topic... topics) {
    TermCounts none = new TermCounts(new int[0][], topics.length);
    float[] zeros = new float[topics.length];
    return new TopicModel(
        SUNDAY, 9, 9, 9, List.of(topics), new String[0], none, zeros, zeros, Templates.NONE);
  }
}
