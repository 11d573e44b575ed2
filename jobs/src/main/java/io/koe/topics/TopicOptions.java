package io.koe.topics;

import io.koe.topics.taxonomy.Taxonomy;
import java.util.Optional;

/**
 * What people add to the topics the model finds.
 *
 * @param taxonomy what analysts say about them
 * @param labeller what suggests names
 */
public record TopicOptions(Taxonomy taxonomy, Optional<TopicLabeller> labeller) {
  /** Topics as the model gives them. */
  public static final TopicOptions NONE = new TopicOptions(Taxonomy.NONE, Optional.empty());
}
