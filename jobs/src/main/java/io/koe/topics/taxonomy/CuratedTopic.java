package io.koe.topics.taxonomy;

import java.io.Serializable;
import java.util.List;

/**
 * A topic an analyst describes.
 *
 * @param id its id in the tables
 * @param name what it is called
 * @param theme what its theme is called; null leaves that to the model
 * @param from topics of the model it names or merges
 * @param rule inquiries that belong to it whatever the model says; null = none
 * @param within topics of the model out of which the rule takes inquiries; empty = any
 * @param isPinned whether it stays when the model gives it up
 */
public record CuratedTopic(
    String id,
    String name,
    String theme,
    List<String> from,
    CodingRule rule,
    List<String> within,
    boolean isPinned)
    implements Serializable {
  public CuratedTopic {
    from = List.copyOf(from);
    within = List.copyOf(within);
  }

  /** Whether an inquiry belongs to it by its rule. */
  public boolean takes(List<String> terms, String modelTopic) {
    return rule != null && (within.isEmpty() || within.contains(modelTopic)) && rule.holds(terms);
  }
}
