package io.koe.topics;

/**
 * A topic of an inquiry.
 *
 * @param weight probability, 0 to 1
 * @param isPrimary whether it is the strongest
 * @param affinity mean log of how much likelier the terms are in the strongest topic than anywhere
 */
public record TopicWeight(String topicId, double weight, boolean isPrimary, double affinity) {
  /** No topic fits. */
  public static final TopicWeight UNASSIGNED = new TopicWeight(Topic.UNASSIGNED, 1, true, 0);
}
