package io.koe.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well the topics of two texts are found when they are sent as one: the first half of the texts
 * is joined with the second, one by one, where labels and topics differ.
 *
 * @param precision share of the topics found that either text has alone; NaN without such a pair
 * @param recall share of the topics the two have alone that are found; NaN without such a pair
 */
public record JoinedTexts(double precision, double recall) {

  static JoinedTexts of(TopicModel model, List<LabelledText> texts) {
    int half = texts.size() / 2;
    int pairs = 0;
    int found = 0;
    int right = 0;
    for (int i = 0; i < half; i++) {
      LabelledText one = texts.get(i);
      LabelledText other = texts.get(half + i);
      int first = model.strongest(one.document().terms(), true);
      int second = model.strongest(other.document().terms(), true);
      if (!one.label().equals(other.label()) && first >= 0 && second >= 0 && first != second) {
        Set<String> alone = Set.of(model.topics().get(first).id(), model.topics().get(second).id());
        Set<String> together = topics(model, one, other);
        pairs++;
        found += together.size();
        right += (int) together.stream().filter(alone::contains).count();
      }
    }
    return new JoinedTexts(share(right, found), share(right, 2 * pairs));
  }

  private static double share(double part, int whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  private static Set<String> topics(TopicModel model, LabelledText one, LabelledText other) {
    List<TermSegment> joined = new ArrayList<>(one.segments());
    joined.addAll(other.segments());
    return model.assignSegments(joined, true).stream()
        .map(TopicWeight::topicId)
        .collect(Collectors.toSet());
  }
}
